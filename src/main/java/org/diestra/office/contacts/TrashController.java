package org.diestra.office.contacts;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.office.contacts.WasteStore.Waste;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /w/{workspace}/contacts/trash}: what was taken out and can come back for a month. */
@Controller
@RequestMapping("/w/{workspace}/contacts/trash")
class TrashController {
  private final Workspaces workspaces;
  private final Books books;
  private final Contacts contacts;
  private final Accounts accounts;

  TrashController(Workspaces workspaces, Books books, Contacts contacts, Accounts accounts) {
    this.workspaces = workspaces;
    this.books = books;
    this.contacts = contacts;
    this.accounts = accounts;
  }

  /**
   * @param names of those who took something out
   * @param next where the next page begins, or null
   */
  record Bin(Pass pass, List<Waste> waste, Map<PersonId, String> names, @Nullable String next) {}

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String before,
      @RequestParam @Nullable CardId id,
      Model model) {
    var pass = workspaces.enter(viewer, workspace);
    var from = before == null || id == null ? null : moment(before);
    var all =
        contacts.trash(
            books.writes(workspace), from, from == null || id == null ? null : id.value());
    var page = all.subList(0, Math.min(all.size(), Contacts.PAGE));
    var people = page.stream().map(Waste::removedBy).collect(Collectors.toSet());
    var next =
        all.size() > Contacts.PAGE
            ? pass.href(
                "contacts/trash?before="
                    + page.getLast().removedAt()
                    + "&id="
                    + page.getLast().id())
            : null;
    model.addAttribute("bin", new Bin(pass, page, accounts.names(people), next));
    return "trash";
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException none) {
      throw new NotFound();
    }
  }
}
