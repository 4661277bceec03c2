package org.diestra.office.booking;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * How a client stands before its customers, as a browser sends it.
 *
 * @param sites an origin on each line
 */
record PageForm(
    @Nullable String handle,
    @Nullable String name,
    @Nullable String about,
    @Nullable String contact,
    @Nullable String sender,
    @Nullable String sites) {

  static PageForm of(Page page) {
    return new PageForm(
        page.handle(),
        page.name(),
        page.about(),
        page.contact(),
        page.sender(),
        String.join("\n", page.sites()));
  }

  Page read(WorkspaceId workspace, Problems problems) {
    var typed = new Typed(problems);
    var address = Typed.line(handle).toLowerCase(Locale.ROOT);
    if (!address.matches("[a-z0-9](-?[a-z0-9]){1,39}")) {
      problems.add("handle", "booking.handle.wrong");
    }
    var sent = Typed.line(sender);
    return new Page(
        workspace,
        address,
        typed.line("name", name, 80, "booking.page.name.missing"),
        typed.text("about", about, 2000),
        mail("contact", Typed.line(contact), problems),
        sent.isEmpty() ? null : mail("sender", sent, problems),
        origins(problems));
  }

  private static String mail(String field, String text, Problems problems) {
    var address = EmailAddress.read(text);
    if (address.isEmpty()) {
      problems.add(field, "booking.email.wrong");
    }
    return address.map(EmailAddress::toString).orElse("");
  }

  private List<String> origins(Problems problems) {
    var all = new ArrayList<String>();
    for (var line : Typed.text(sites).split("\\s+")) {
      if (!line.isEmpty()) {
        origin(line)
            .ifPresentOrElse(all::add, () -> problems.add("sites", "booking.sites.wrong", line));
      }
    }
    if (all.size() > Page.MOST_SITES) {
      problems.add("sites", "booking.sites.many", Page.MOST_SITES);
    }
    return all.stream().distinct().toList();
  }

  /** Nothing but https and a plain host may come into the header. */
  static Optional<String> origin(String text) {
    try {
      var uri = new URI(text.toLowerCase(Locale.ROOT));
      var host = uri.getHost();
      boolean local = "http".equals(uri.getScheme()) && "localhost".equals(host);
      if (host == null
          || !("https".equals(uri.getScheme()) || local)
          || !host.matches("[a-z0-9.-]{1,200}")) {
        return Optional.empty();
      }
      var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return Optional.of(uri.getScheme() + "://" + host + port);
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }
}
