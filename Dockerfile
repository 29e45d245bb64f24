# The app and its worker, which are one image with two commands. See docker-compose.yml.
FROM python:3.13-slim

# Time zone data: the slim image may have none.
RUN test -e /usr/share/zoneinfo/Europe/Berlin || \
    { apt-get update && apt-get install -y --no-install-recommends tzdata && rm -rf /var/lib/apt/lists/*; }

RUN useradd --uid 10001 --create-home clinic
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
