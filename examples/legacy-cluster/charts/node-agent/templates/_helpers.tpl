{{- define "node-agent.volumes" -}}
- name: runtime-socket
  hostPath:
    path: {{ .Values.dockerSocketPath }}
    type: Socket
{{- if .Values.logs.enabled }}
- name: container-logs
  hostPath:
    path: {{ .Values.logs.path | quote }}
{{- end }}
{{- end -}}
