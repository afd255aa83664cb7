// Passkeys: a browser speaks bytes, a form speaks text. Each form here asks the server what to ask the browser, and sends
// what the browser answers. Without script, or where a browser knows none, the form is not shown.

const supported = window.PublicKeyCredential && navigator.credentials;

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));

function text(buffer) {
  const told = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(told).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function read(options) {
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  for (const one of [...(options.excludeCredentials || []), ...(options.allowCredentials || [])]) one.id = bytes(one.id);
  return options;
}

function told(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  const { id, type } = credential;
  return JSON.stringify({ id, rawId: text(credential.rawId), type, response, clientExtensionResults: {} });
}

async function answer(form) {
  const asked = await fetch(form.dataset.passkey, {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
  });
  if (asked.status === 401) return location.reload();
  if (!asked.ok) throw new Error(`asked: ${asked.status}`);
  const publicKey = read(await asked.json());
  const credential = await (form.dataset.make === undefined
    ? navigator.credentials.get({ publicKey })
    : navigator.credentials.create({ publicKey }));
  form.elements.passkey_answer.value = told(credential);
  form.submit();
}

for (const form of document.querySelectorAll("[data-passkey]")) {
  if (!supported) continue;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    answer(form).catch(() => (failed.hidden = false));
  });
}
