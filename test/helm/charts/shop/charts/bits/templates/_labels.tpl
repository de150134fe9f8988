{{- define "bits.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
{{- define "bits.labels" -}}
{{ include "bits.selector" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- range $key := keys (.Values.global.labels | default dict) | sortAlpha }}
{{ $key }}: {{ get $.Values.global.labels $key | quote }}
{{- end }}
{{- end }}
