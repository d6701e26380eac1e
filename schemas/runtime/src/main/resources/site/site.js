// What a page does besides being read: it says whether it is connected, and that there is news. Everything works without it.
(() => {
  "use strict";
  const live = document.getElementById("live");

  // Only the tab that is looked at keeps a connection, so that many open tabs do not take them from one another.
  if (live && live.dataset.stream) {
    const state = live.querySelector(".state");
    const word = live.querySelector(".word");
    const made = live.querySelector(".made time");
    let source = null;
    let last = new URL(live.dataset.stream, location.href).searchParams.get("after") || "";
    const say = (connected) => {
      state.hidden = false;
      live.dataset.state = connected ? "here" : "away";
      word.textContent = connected
        ? "つながっています"
        : "再接続しています… " + made.textContent + " までの内容です";
    };
    const address = () => {
      const url = new URL(live.dataset.stream, location.href);
      if (last) url.searchParams.set("after", last);
      return url;
    };
    const open = () => {
      if (source || document.hidden) return;
      source = new EventSource(address());
      source.onopen = () => say(true);
      // What is shown anew at most every other second would miss the last of many: it is said once more when it is quiet.
      let quiet = 0;
      const spread = (count) => document.dispatchEvent(new CustomEvent("tsunagu:news", { detail: count }));
      const tell = (event) => {
        last = event.lastEventId;
        spread(event.data);
        clearTimeout(quiet);
        quiet = setTimeout(() => spread("0"), 2500);
      };
      source.addEventListener("news", tell);
      source.addEventListener("changed", tell);
      source.addEventListener("reset", (event) => (last ? tell(event) : (last = event.lastEventId)));
      source.onerror = () => {
        say(false);
        if (source && source.readyState === EventSource.CLOSED) {
          source = null;
          document.dispatchEvent(new CustomEvent("tsunagu:away"));
          setTimeout(open, 5000);
        }
      };
    };
    const close = () => {
      if (source) source.close();
      source = null;
    };
    document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
    addEventListener("pagehide", close);
    open();
  }

  // A session does not end without a word: two minutes before it is said, and one press goes on. What other pages did counts.
  const session = document.getElementById("session");
  if (session) {
    const address = "/login/session";
    const warning = 120;
    const word = session.querySelector(".word");
    const button = session.querySelector("button");
    const secret = document.querySelector("form[action$='/logout'] input[type='hidden']");
    let ended = false;
    let written = false;
    let timer = 0;
    const forms = "main form[method='post']";
    document.addEventListener("input", (event) => (written = written || !!event.target.closest(forms)));
    // Whoever logged in again elsewhere goes on here: the forms of this page take the secret of the new session.
    const renew = () =>
      fetch("/logout", { headers: { Accept: "text/html" } })
        .then((answer) => answer.text())
        .then((text) => {
          const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("form input[type='hidden']");
          if (!fresh) return;
          for (const input of document.querySelectorAll("form input[type='hidden']")) {
            if (input.name === fresh.name) input.value = fresh.value;
          }
        });
    const later = (seconds) => {
      clearTimeout(timer);
      timer = setTimeout(look, Math.max(1, seconds) * 1000);
    };
    const tell = (left) => {
      if (ended && left > 0) {
        renew().then(() => {
          ended = false;
          button.textContent = "続ける";
          tell(left);
        }, () => later(5));
        return;
      }
      ended = left === 0;
      session.hidden = left > warning;
      if (ended) {
        word.textContent = "自動的にログアウトしました。" + (written ? "この画面に書いたものはまだ送られていません。ログインすると、この画面の続きから送れます。" : "");
        button.textContent = written ? "別の画面でログインする" : "ログインして開き直す";
        later(5);
        return;
      }
      if (!session.hidden) word.textContent = "あと" + (left > 60 ? Math.ceil(left / 60) + "分" : left + "秒") + "で自動的にログアウトします。";
      later(left > warning ? left - warning : Math.min(left, 10));
    };
    const ask = (options) =>
      fetch(address, { headers: { Accept: "application/json" }, ...options })
        .then((answer) => (answer.ok ? answer.json() : answer.status === 401 ? { left: 0 } : Promise.reject(answer.status)))
        .then((answer) => tell(answer.left))
        .catch(() => later(15));
    const look = () => ask({});
    button.addEventListener("click", () =>
      ended
        ? written ? open(location.href, "_blank") : location.reload()
        : ask({ method: "POST", body: new URLSearchParams(secret ? { [secret.name]: secret.value } : {}) })
    );
    document.addEventListener("tsunagu:away", look);
    document.addEventListener("visibilitychange", () => document.hidden || look());
    later(Number(session.dataset.left) - warning);
  }

  // A page that only leads on does so.
  const onward = document.querySelector("form[data-onward]");
  if (onward) onward.submit();

  // A list never moves under its reader: it says how much there is, and shows it when asked.
  const news = document.getElementById("news");
  if (news) {
    let count = 0;
    document.addEventListener("tsunagu:news", (event) => {
      if (event.detail === "0") return;
      count += Number(event.detail) || 1;
      news.hidden = false;
      news.querySelector(".count").textContent = String(count);
    });
  }

  // A refused form puts its reader where the first mistake is told.
  const problems = document.getElementById("problems");
  if (problems) problems.focus();

  // What is written is kept while it is written, a moment after the last key and when the page is left.
  const writing = document.querySelector("form[data-draft]");
  if (writing) {
    const kept = document.getElementById("kept");
    let soon = 0;
    let changed = false;
    const keep = () => {
      clearTimeout(soon);
      if (!changed || writing.dataset.sent) return;
      changed = false;
      const body = new URLSearchParams(new FormData(writing)).toString();
      const headers = { "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" };
      fetch(writing.dataset.draft, { method: "POST", headers, body, keepalive: body.length < 60000 })
        .then((answer) => answer.text().then((words) => {
          if (!(answer.headers.get("Content-Type") || "").startsWith("text/plain")) throw new Error(String(answer.status));
          kept.textContent = words;
        }))
        .catch(() => {
          document.dispatchEvent(new CustomEvent("tsunagu:away"));
          changed = true;
          kept.textContent = "いまは保存できません。書いたものはこの画面に残っています。";
          soon = setTimeout(keep, 10000);
        });
    };
    const later = () => {
      changed = true;
      clearTimeout(soon);
      soon = setTimeout(keep, 2000);
    };
    writing.addEventListener("input", later);
    writing.addEventListener("change", later);
    document.addEventListener("visibilitychange", () => document.hidden && keep());
    addEventListener("pagehide", keep);
  }

  // What was chosen stays chosen where choices are made anew around it.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const chosen = event.detail.target.querySelector("input:checked");
    event.detail.target.dataset.chosen = chosen ? chosen.value : "";
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const before = event.detail.target.dataset.chosen;
    const now = document.getElementById(event.detail.target.id);
    if (!before || !now) return;
    for (const input of now.querySelectorAll("input")) {
      if (input.value === before) {
        input.checked = true;
        input.closest("details")?.setAttribute("open", "open");
      }
    }
  });

  // A list can be walked through by keys, as by the links in it: j and k move, Enter opens, x chooses, / goes to what filters, ? tells the keys.
  const rows = document.querySelector("[data-keys='rows']");
  if (rows) {
    const links = [...rows.querySelectorAll("tbody th a")];
    const typing = (target) => target.closest("input:not([type='checkbox']), select, textarea, [contenteditable]");
    document.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      const here = links.findIndex((link) => link.closest("tr").contains(document.activeElement));
      const next = event.key === "j" ? here + 1 : event.key === "k" ? Math.max(0, here - 1) : -1;
      if (next >= 0 && next < links.length) {
        links[next].focus();
        event.preventDefault();
      } else if (event.key === "x" && here >= 0) {
        links[here].closest("tr").querySelector("input[type='checkbox']")?.click();
        event.preventDefault();
      } else if (event.key === "?") {
        const keys = document.querySelector("details#keys");
        if (keys) {
          keys.open = !keys.open;
          keys.querySelector("summary").focus();
          event.preventDefault();
        }
      } else if (event.key === "/") {
        document.querySelector(".filters select, .filters input:not([type='hidden'])")?.focus();
        event.preventDefault();
      }
    });
  }

  // One press sends once.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (form.method === "post" && event.submitter && event.submitter.name !== "more") {
      form.dataset.sent = "yes";
      setTimeout(() => delete form.dataset.sent, 15000);
    }
  });
})();
