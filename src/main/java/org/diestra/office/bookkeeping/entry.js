// An entry under the keyboard: Enter goes on to the next field, the last row is followed by another,
// "=" fills in what is missing, Ctrl+Enter proposes, and what both sides come to stands below as one
// types. Amounts are read as the server reads them.
const form = document.querySelector("[data-entry]");
const digits = Number(form?.dataset.digits ?? 2);
const lang = document.documentElement.lang;
const written = new Intl.NumberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });

// In the smallest unit; null for what is no amount. The last sign with as many digits behind it as
// the currency has, or fewer, is the decimal one.
const read = (typed) => {
  const text = typed.replace(/[\s\u00a0\u202f']/g, "");
  if (!/^\d[\d.,]*$/.test(text)) {
    return null;
  }
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const behind = last < 0 ? 0 : text.length - last - 1;
  const decimal = last >= 0 && behind >= 1 && behind <= digits;
  const whole = (decimal ? text.slice(0, last) : text).replace(/[.,]/g, "");
  const rest = decimal ? text.slice(last + 1).padEnd(digits, "0") : "0".repeat(digits);
  return Number(whole + rest);
};

const plain = (minor) => {
  const text = String(minor).padStart(digits + 1, "0");
  const mark = form.dataset.decimal;
  return digits ? text.slice(0, -digits) + mark + text.slice(-digits) : text;
};

const sum = (side, without) =>
  [...form.querySelectorAll(`[data-side="${side}"]`)]
    .filter((input) => input !== without)
    .reduce((total, input) => total + (read(input.value) ?? 0), 0);

const show = () => {
  const debit = sum("debit");
  const credit = sum("credit");
  const say = form.querySelector("[data-difference]");
  // what is in another currency is rated by the server alone, and so are the sums of it
  const other = [...form.querySelectorAll("[data-side]")].some((input) => /[a-z]{3}/i.test(input.value));
  form.querySelector('[data-total="debit"]').textContent = other ? "" : written.format(debit / 10 ** digits);
  form.querySelector('[data-total="credit"]').textContent = other ? "" : written.format(credit / 10 ** digits);
  if (other) {
    say.dataset.is = "";
    say.textContent = "";
    return;
  }
  const off = debit - credit;
  say.dataset.is = off ? "off" : debit ? "balanced" : "";
  say.textContent = off
    ? say.dataset.off.replace("{}", written.format(Math.abs(off) / 10 ** digits))
    : debit ? say.dataset.balanced : "";
};

// What balances the rest, on the side where it is missing.
const fill = (input) => {
  const row = input.closest("tr");
  const other = row.querySelector(`[data-side="${input.dataset.side === "debit" ? "credit" : "debit"}"]`);
  other.value = "";
  const missing = sum("credit", input) - sum("debit", input);
  const target = (missing > 0) === (input.dataset.side === "debit") ? input : other;
  input.value = "";
  target.value = missing ? plain(Math.abs(missing)) : "";
  target.focus();
  show();
};

const rows = () => form.querySelectorAll("tbody [data-line]");

const add = () => {
  const text = form.querySelector("template[data-row]").innerHTML.replaceAll("%", String(rows().length));
  form.querySelector("tbody").insertAdjacentHTML("beforeend", text);
  return rows()[rows().length - 1];
};

const fields = () => [...form.querySelectorAll("#day, #text, tbody input")];

// From the text to the rows, and from row to row; an empty row at the end asks to be proposed.
const onward = (input) => {
  const all = fields();
  const next = all[all.indexOf(input) + 1] ?? add().querySelector("input");
  next.focus();
  next.select?.();
};

if (form) {
  form.querySelector("[data-keys]").hidden = false;
  form.addEventListener("input", (event) => {
    const input = event.target;
    if (input.dataset?.side && input.value.includes("=")) {
      fill(input);
    }
    show();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !fields().includes(event.target)) {
      return;
    }
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      form.requestSubmit(form.querySelector('[value="propose"]'));
    } else {
      onward(event.target);
    }
  });
  form.querySelector("[data-more]").addEventListener("click", (event) => {
    event.preventDefault();
    add().querySelector("input").focus();
  });
  show();
}
