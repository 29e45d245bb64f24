# The app, its worker and its backups, which are one image with three commands. See docker-compose.yml.
#
# Exact releases. Who wants the very same bytes each time gives digests: docs/production.md, "Containers".
ARG PYTHON_IMAGE=docker.io/library/python:3.13.7-slim
ARG MYSQL_IMAGE=docker.io/library/mysql:8.4.6

# `backup` and `restore` use the server's own programs, which Debian has not. So they come from the server's image, with
# its loader and the libraries that they were made for.
FROM ${MYSQL_IMAGE} AS mysql
RUN set -e; mkdir /client; cp -L /usr/bin/mysql /usr/bin/mysqldump /client/; \
    for library in $(ldd /usr/bin/mysql /usr/bin/mysqldump | grep -o '/[^ :]*\.so[^ :]*' | sort -u); do \
        cp -L "$library" /client/; \
    done

FROM ${PYTHON_IMAGE}

# Time zone data: the slim image may have none.
RUN test -e /usr/share/zoneinfo/Europe/Berlin || \
    { apt-get update && apt-get install -y --no-install-recommends tzdata && rm -rf /var/lib/apt/lists/*; }

COPY --from=mysql /client /opt/mysql
RUN set -e; for program in mysql mysqldump; do \
        printf '#!/bin/sh\nexec /opt/mysql/ld-linux-*.so.* --library-path /opt/mysql /opt/mysql/%s "$@"\n' $program \
            >/usr/local/bin/$program; chmod 755 /usr/local/bin/$program; $program --version; \
    done

RUN useradd --uid 10001 --create-home clinic && install -d -o clinic -g clinic -m 700 /backups
WORKDIR /clinic
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1

# The packages before the program, so that a change of the program does not fetch them anew.
COPY requirements.txt .
RUN python3 -m venv /opt/venv && pip install --no-cache-dir -q --disable-pip-version-check -r requirements.txt

COPY clinic.py LICENSE ./
COPY app app
COPY db db
COPY views views
COPY static static
RUN python -m compileall -q app /opt/venv/lib

USER clinic
EXPOSE 8080
# SIGTERM lets requests under way finish; that takes up to 20 seconds.
STOPSIGNAL SIGTERM
CMD ["python", "clinic.py", "serve"]
