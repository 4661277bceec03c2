package org.diestra.office.contacts;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.platform.vcard.CardPhoto;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/contacts/{card}}: one contact. */
@Controller
@RequestMapping("/w/{workspace}/contacts/{card}")
class ContactController {
  private final Workspaces workspaces;
  private final Books books;
  private final Contacts contacts;
  private final Twins twins;
  private final Snapshots snapshots;
  private final Accounts accounts;
  private final Clock clock;

  ContactController(
      Workspaces workspaces,
      Books books,
      Contacts contacts,
      Twins twins,
      Snapshots snapshots,
      Accounts accounts,
      Clock clock) {
    this.workspaces = workspaces;
    this.books = books;
    this.contacts = contacts;
    this.twins = twins;
    this.snapshots = snapshots;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * A contact before somebody.
   *
   * @param names of those who did something to it
   */
  record View(
      Pass pass, Book book, Contact contact, List<Turn> history, Map<PersonId, String> names) {}

  @GetMapping
  String show(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable CardId card, Model model) {
    var pass = workspaces.enter(viewer, workspace);
    var book = books.reads(workspace);
    var contact = contacts.get(book, card);
    var history = contacts.history(book, card);
    Collection<PersonId> people = history.stream().map(Turn::by).collect(Collectors.toSet());
    model.addAttribute("view", new View(pass, book, contact, history, accounts.names(people)));
    return "show";
  }

  @GetMapping("/photo")
  void photo(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable CardId card,
      HttpServletResponse response)
      throws IOException {
    var contact = contacts.get(books.reads(workspace), card);
    var photo = CardPhoto.of(contact.card()).orElseThrow(NotFound::new);
    response.setContentType(photo.type());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    response.getOutputStream().write(photo.bytes());
  }

  @GetMapping("/file")
  void file(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable CardId card,
      HttpServletResponse response)
      throws IOException {
    var contact = contacts.get(books.reads(workspace), card);
    var title = contact.entry().title();
    var name = (title.isEmpty() ? card.toString() : title) + ".vcf";
    response.setContentType("text/vcard;charset=utf-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, UTF_8).build().toString());
    response.getOutputStream().write(contact.card().bytes());
  }

  @GetMapping("/edit")
  String edit(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable CardId card, Model model) {
    var pass = workspaces.enter(viewer, workspace);
    var contact = contacts.get(books.writes(workspace), card);
    return form(pass, contact, ContactForm.of(contact), model);
  }

  private static String form(Pass pass, Contact contact, ContactForm form, Model model) {
    model.addAttribute("pass", pass);
    model.addAttribute("contact", contact);
    model.addAttribute("form", form);
    return "edit";
  }

  @PostMapping("/edit")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable CardId card,
      @RequestParam Map<String, String> sent,
      @RequestParam @Nullable MultipartFile photo,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var pass = workspaces.enter(viewer, workspace);
    var book = books.writes(workspace);
    var contact = contacts.get(book, card);
    var form = new ContactForm(sent);
    if (!form.value("more").isEmpty()) {
      return form(pass, contact, form, model);
    }
    if (!form.value("seen").equals(contact.held().etag())) {
      var why = Refusal.conflict("contacts.moved");
      return Pages.again(response, model, why, form(pass, contact, form, model));
    }
    var before = ContactForm.of(contact);
    var problems = new Problems();
    form.check(problems, before);
    var picture = snapshots.of(photo, viewer, problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, form(pass, contact, form, model));
    }
    var edited = Editing.apply(contact.card(), form, before, clock.instant());
    var bare = form.value("photoGone").isEmpty() ? edited : edited.without("PHOTO");
    var whole = picture.map(p -> p.in(bare)).orElse(bare);
    return contacts
        .change(book, card, form.value("seen"), whole, viewer.id())
        .fold(
            id -> {
              Flash.ok(onward, "contacts.changed");
              return "redirect:" + pass.href("contacts/" + id);
            },
            why -> Pages.again(response, model, why, form(pass, contact, form, model)));
  }

  @PostMapping("/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable CardId card,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    contacts.remove(books.writes(workspace), card, viewer.id());
    Flash.undoable(onward, pass.href("contacts/" + card + "/return"), "contacts.removed");
    return "redirect:" + pass.href("contacts");
  }

  @PostMapping("/return")
  String restore(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable CardId card,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    var outcome = contacts.restore(books.writes(workspace), card, viewer.id());
    return onward(pass, outcome, "contacts.returned", "contacts/trash", onward);
  }

  /** What it was before. */
  @PostMapping("/turns/{turn}")
  String rewind(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable CardId card,
      @PathVariable String turn,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    var outcome = contacts.rewind(books.writes(workspace), card, Ids.require(turn), viewer.id());
    return onward(pass, outcome, "contacts.rewound", "contacts/" + card, onward);
  }

  /** Undoes a merge. */
  @PostMapping("/separation")
  String separate(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable CardId card,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    var outcome = twins.separate(books.writes(workspace), card, viewer.id());
    return onward(pass, outcome, "contacts.separated", "contacts/trash", onward);
  }

  private static String onward(
      Pass pass,
      Outcome<CardId> outcome,
      String done,
      String otherwise,
      RedirectAttributes onward) {
    return outcome.fold(
        id -> {
          Flash.ok(onward, done);
          return "redirect:" + pass.href("contacts/" + id);
        },
        why -> {
          Flash.refused(onward, why);
          return "redirect:" + pass.href(otherwise);
        });
  }
}
