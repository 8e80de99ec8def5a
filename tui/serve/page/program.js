// What textual-serve's page lacks: its font first, a sentence when the connection ends, and the way back.
"use strict";

// The address may hold a name and a password, with which nothing can be fetched.
const HERE = location.origin + location.pathname;
const RETRY = 1000;
let isOver = false;

function say(sentence, isEnd) {
  const said = document.getElementById("said");
  said.querySelector("span").textContent = sentence;
  said.querySelector("a").hidden = !isEnd;
  said.hidden = !sentence;
}

// The program goes on without us; the same address leads to where it is.
async function comeBack() {
  say("The connection is lost. It is tried again...", false);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, RETRY));
    try {
      const answer = await fetch(HERE, { cache: "no-store" });
      if (answer.ok) {
        location.reload();
        return;
      }
      if (answer.status < 500) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        say(page.querySelector("main").textContent, false);
        return;
      }
    } catch {
      // Not yet.
    }
  }
}

window.WebSocket = class extends WebSocket {
  constructor(address) {
    super(address);
    this.addEventListener("open", () => document.querySelector(".xterm-helper-textarea").focus());
    this.addEventListener("message", (message) => {
      if (typeof message.data !== "string") {
        say("", false);
        return;
      }
      const [kind, sentence] = JSON.parse(message.data);
      if (kind === "end") {
        isOver = true;
        say(sentence, true);
      }
    });
    this.addEventListener("close", () => isOver || comeBack());
  }
};

// Without https a page may write to no clipboard but by the old way, and only soon after a key.
if (!navigator.clipboard) {
  const writeText = async (text) => {
    const field = document.body.appendChild(document.createElement("textarea"));
    const before = document.activeElement;
    field.value = text;
    field.select();
    document.execCommand("copy");
    field.remove();
    before.focus();
  };
  Object.defineProperty(navigator, "clipboard", { value: { writeText, readText: async () => "" } });
}

// Ctrl-V pastes, as in any page; the terminal would take it for a key.
window.addEventListener(
  "keydown",
  (key) => {
    if (key.ctrlKey && !key.altKey && key.code === "KeyV") key.stopImmediatePropagation();
  },
  true,
);

// By this the address of the corpus leads back here, in this window.
const [corpus, seat] = [new URL("../", HERE).pathname, location.pathname.split("/").at(-2)];
sessionStorage.setItem(corpus, seat);

const begin = window.onload;
window.onload = async (event) => {
  const socket = new URL("socket", HERE);
  socket.protocol = socket.protocol.replace("http", "ws");
  document.getElementById("terminal").dataset.sessionWebsocketUrl = socket.href;
  // Cells are measured once, by the font that is there then.
  await Promise.all(["", "bold ", "italic "].map((style) => document.fonts.load(`${style}16px "Roboto Mono"`)));
  begin(event);
};
