// Lets the server write times in the guest's own zone, from the next page on.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

if (zone && !document.cookie.includes(`zone=${zone}`)) {
  const secure = location.protocol === "https:" ? ";secure" : "";
  document.cookie = `zone=${zone};path=/;max-age=31536000;samesite=lax${secure}`;
}
