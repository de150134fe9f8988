# The command line as an image, for GitLab, Jenkins and others: docker build --tag dockershim-lint .
FROM node:24-alpine
RUN apk add --no-cache git
COPY package.json LICENSE /opt/dockershim-lint/
COPY dist /opt/dockershim-lint/dist
RUN ln -s /opt/dockershim-lint/dist/cli.js /usr/local/bin/dockershim-lint \
  && git config --system --add safe.directory '*'
USER node
WORKDIR /repository
ENTRYPOINT ["dockershim-lint"]
