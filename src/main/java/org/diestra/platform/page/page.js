// What every page can do with scripts on. Each behaviour is a module of its own.
import "platform/page/dialogs.js";
import "platform/page/faults.js";
import "platform/page/keys.js";
import "platform/page/menus.js";
import "platform/page/once.js";
import "platform/page/zone.js";

document.querySelector("[data-focus]")?.focus();

// A row of links that is wider than the window shows the one where we are.
for (const here of document.querySelectorAll(":is(.main-nav, .tabs, .pills, .steps ol) [aria-current]")) {
  const row = here.closest(".main-nav, .tabs, .pills, ol");
  const from = here.getBoundingClientRect().left - row.getBoundingClientRect().left;
  row.scrollLeft += from - (row.clientWidth - here.offsetWidth) / 2;
}
