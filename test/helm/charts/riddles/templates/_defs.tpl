{{- define "r.twice" -}}{{ . }}{{ . }}{{- end -}}
{{- define "r.count" -}}{{- if gt (int .) 0 -}}{{ . }} {{ include "r.count" (sub (int .) 1) }}{{- end -}}{{- end -}}
{{- define "r.map" -}}
first: {{ .first }}
second: {{ .second | default "none" }}
{{- end -}}
{{ define "r.override" }}from _defs{{ end }}
