"""Signs by an incremental update, as endesive's own examples do: P12 PASSWORD IN OUT."""

import datetime
import sys

from cryptography.hazmat.primitives.serialization import pkcs12
from endesive.pdf import cms

store, password, source, target = sys.argv[1:]
with open(store, "rb") as stream:
    key, certificate, others = pkcs12.load_key_and_certificates(stream.read(), password.encode())
with open(source, "rb") as stream:
    document = stream.read()
words = {
    "aligned": 0,
    "sigflags": 3,
    "sigfield": "Endesive",
    "contact": "",
    "location": "Hue",
    "reason": "Test",
    "signingdate": datetime.datetime.now(datetime.timezone.utc).strftime("D:%Y%m%d%H%M%S+00'00'"),
}
with open(target, "wb") as stream:
    stream.write(document + cms.sign(document, words, key, certificate, others, "sha256"))
