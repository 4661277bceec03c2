package org.diestra.office.contacts;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.diestra.office.contacts.ListStore.Listed;
import org.diestra.office.contacts.ListStore.Wanted;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.platform.vcard.Card;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /w/{workspace}/contacts}: who is in the book, and adding another. */
@Controller
@RequestMapping("/w/{workspace}/contacts")
class ContactsController {
  private static final int LONGEST_QUERY = 200;
  private final Workspaces workspaces;
  private final Books books;
  private final Contacts contacts;
  private final Snapshots snapshots;
  private final Clock clock;

  ContactsController(
      Workspaces workspaces, Books books, Contacts contacts, Snapshots snapshots, Clock clock) {
    this.workspaces = workspaces;
    this.books = books;
    this.contacts = contacts;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /**
   * What the list was asked for.
   *
   * @param initial a to z or #, or empty
   */
  record Asked(String q, String initial, String group) {
    boolean any() {
      return !q.isEmpty() || !initial.isEmpty() || !group.isEmpty();
    }
  }

  /**
   * @param next where the next page begins, or null
   */
  record Leaf(
      Pass pass,
      Book book,
      Asked asked,
      List<Listed> cards,
      TreeSet<String> initials,
      Map<String, Integer> groups,
      @Nullable String next) {

    /** The same list of one initial. */
    String of(String initial) {
      return link(pass, new Asked(asked.q(), initial, asked.group()), null);
    }

    String in(String group) {
      return link(pass, new Asked(asked.q(), "", group), null);
    }
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String initial,
      @RequestParam(defaultValue = "") String group,
      @RequestParam @Nullable String after,
      @RequestParam @Nullable CardId id,
      Model model) {
    var pass = workspaces.enter(viewer, workspace);
    if (pass.working().isEmpty()) {
      throw new NotFound();
    }
    var found = books.find(workspace);
    if (found.isEmpty()) {
      model.addAttribute("pass", pass);
      return "closed";
    }
    var book = found.get();
    var asked = new Asked(cut(q), initial.matches("[a-z#]") ? initial : "", cut(group));
    var words = Entry.asked(asked.q());
    var wanted = new Wanted(words, asked.initial(), asked.group(), after, id);
    boolean vain = !asked.q().isEmpty() && words.isEmpty();
    var all = vain ? List.<Listed>of() : contacts.list(book, wanted);
    var page = all.subList(0, Math.min(all.size(), Contacts.PAGE));
    var next = all.size() > Contacts.PAGE ? link(pass, asked, page.getLast()) : null;
    model.addAttribute(
        "leaf",
        new Leaf(pass, book, asked, page, contacts.initials(book), contacts.groups(book), next));
    return "index";
  }

  private static String cut(String typed) {
    var line = Typed.line(typed);
    return line.substring(0, Math.min(line.length(), LONGEST_QUERY));
  }

  private static String link(Pass pass, Asked asked, @Nullable Listed last) {
    var address = UriComponentsBuilder.fromPath(pass.href("contacts"));
    var values = new HashMap<String, Object>();
    Map.of("q", asked.q(), "initial", asked.initial(), "group", asked.group())
        .forEach((name, value) -> {
          if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}");
            values.put(name, value);
          }
        });
    if (last != null) {
      address.queryParam("after", "{after}").queryParam("id", last.id());
      values.put("after", last.sort());
    }
    return address.encode().buildAndExpand(values).toUriString();
  }

  @GetMapping("/new")
  String fresh(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var pass = workspaces.enter(viewer, workspace);
    books.writes(workspace);
    return form(pass, ContactForm.blank(), model);
  }

  private static String form(Pass pass, ContactForm form, Model model) {
    model.addAttribute("pass", pass);
    model.addAttribute("form", form);
    return "new";
  }

  @PostMapping("/new")
  String add(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam Map<String, String> sent,
      @RequestParam @Nullable MultipartFile photo,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var pass = workspaces.enter(viewer, workspace);
    var book = books.writes(workspace);
    var form = new ContactForm(sent);
    if (!form.value("more").isEmpty()) {
      return form(pass, form, model);
    }
    var problems = new Problems();
    form.check(problems, ContactForm.blank());
    var picture = snapshots.of(photo, viewer, problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, form(pass, form, model));
    }
    var blank = Card.fresh("urn:uuid:" + UUID.randomUUID());
    var card = Editing.apply(blank, form, ContactForm.blank(), clock.instant());
    return contacts
        .add(book, picture.map(p -> p.in(card)).orElse(card), viewer.id())
        .fold(
            id -> {
              Flash.ok(onward, "contacts.added");
              return "redirect:" + pass.href("contacts/" + id);
            },
            why -> Pages.again(response, model, why, form(pass, form, model)));
  }
}
