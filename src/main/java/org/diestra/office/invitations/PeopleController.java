package org.diestra.office.invitations;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.office.calendar.EventId;
import org.diestra.office.contacts.CardId;
import org.diestra.office.invitations.Guestbook.People;
import org.diestra.office.invitations.Meetings.Wanted;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /calendar/events/{id}/people}: who is asked to an event, and what they answered. */
@Controller
@RequestMapping("/calendar/events/{id}/people")
class PeopleController {
  private final Guestbook guestbook;
  private final Meetings meetings;
  private final Answers answers;
  private final ObjectProvider<AskedElsewhere> elsewhere; // of modules above

  PeopleController(
      Guestbook guestbook,
      Meetings meetings,
      Answers answers,
      ObjectProvider<AskedElsewhere> elsewhere) {
    this.guestbook = guestbook;
    this.meetings = meetings;
    this.answers = answers;
    this.elsewhere = elsewhere;
  }

  /**
   * Somebody to ask, as a browser sends it: a person who works there, a card of the contact book,
   * or an address.
   *
   * @param optional whether it goes on without them
   */
  record AskForm(
      @Nullable String person,
      @Nullable String contact,
      @Nullable String email,
      @Nullable String name,
      @Nullable String optional) {
    static AskForm blank() {
      return new AskForm("", "", "", "", "");
    }
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable EventId id,
      @RequestParam(defaultValue = "") String q,
      Model model) {
    var mine = answers.of(viewer, id);
    if (mine.isPresent()) {
      model.addAttribute("mine", mine.get());
      return "copy";
    }
    var other = elsewhere.stream().flatMap(one -> one.href(viewer, id).stream()).findFirst();
    if (other.isPresent()) {
      return "redirect:" + other.get();
    }
    return page(viewer, guestbook.of(viewer, id), AskForm.blank(), q, model);
  }

  private String page(Viewer viewer, People people, AskForm form, Model model) {
    return page(viewer, people, form, "", model);
  }

  /**
   * @param q words by which the contact book is searched, or empty
   */
  private String page(Viewer viewer, People people, AskForm form, String q, Model model) {
    model.addAttribute("people", people);
    model.addAttribute("form", form);
    model.addAttribute("event", people.event().id());
    var circle = guestbook.circle(viewer, people.event());
    people.guests().stream()
        .flatMap(g -> Optional.ofNullable(g.person()).stream())
        .forEach(circle::remove);
    model.addAttribute("circle", people.changes() ? circle : Map.of());
    boolean outside = people.changes() && guestbook.asksStrangers(viewer, people.event());
    model.addAttribute("outside", outside);
    model.addAttribute("q", q);
    model.addAttribute("contacts", outside ? guestbook.contacts(people.event(), q) : List.of());
    return "people";
  }

  @PostMapping
  String add(
      Viewer viewer,
      @PathVariable EventId id,
      @ModelAttribute("form") AskForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var people = guestbook.of(viewer, id);
    var problems = new Problems();
    var outcome = add(viewer, people, form, problems);
    if (outcome instanceof Outcome.Refused<EventId>(var why)) {
      problems.add(why);
    }
    if (problems.any()) {
      return Pages.again(response, model, problems, page(viewer, people, form, model));
    }
    Flash.ok(onward, "invitations.added");
    return onward(id);
  }

  private @Nullable Outcome<EventId> add(
      Viewer viewer, People people, AskForm form, Problems problems) {
    var id = people.event().id();
    boolean optional = "true".equals(form.optional());
    var person = Typed.line(form.person());
    var typed = Typed.line(form.email());
    if (!person.isEmpty() && typed.isEmpty()) {
      return meetings.add(viewer, id, new PersonId(Ids.require(person)), optional);
    }
    var contact = Typed.line(form.contact());
    if (!contact.isEmpty() && typed.isEmpty()) {
      var wanted = guestbook.contact(people.event(), CardId.of(contact), optional);
      return meetings.add(viewer, id, wanted);
    }
    var name = new Typed(problems).line("name", form.name(), Guest.LONGEST_NAME);
    var address = EmailAddress.read(typed);
    if (address.isEmpty()) {
      problems.add("email", typed.isEmpty() ? "invitations.whom" : "invitations.email.wrong");
    }
    return problems.any()
        ? null
        : meetings.add(viewer, id, new Wanted(address.orElseThrow(), name, optional));
  }

  private static String onward(EventId id) {
    return "redirect:/calendar/events/" + id + "/people";
  }

  @PostMapping("/{guest}/removal")
  String remove(
      Viewer viewer, @PathVariable EventId id, @PathVariable GuestId guest, RedirectAttributes to) {
    return said(meetings.remove(viewer, id, guest), "invitations.removed", id, to);
  }

  @PostMapping("/{guest}/role")
  String change(
      Viewer viewer,
      @PathVariable EventId id,
      @PathVariable GuestId guest,
      @RequestParam(defaultValue = "false") boolean optional,
      RedirectAttributes to) {
    return said(meetings.change(viewer, id, guest, optional), "invitations.role.changed", id, to);
  }

  @PostMapping("/{guest}/move")
  String move(
      Viewer viewer,
      @PathVariable EventId id,
      @PathVariable GuestId guest,
      @RequestParam(defaultValue = "") String proposal,
      RedirectAttributes to) {
    return said(meetings.move(viewer, id, guest, proposal), "invitations.moved", id, to);
  }

  private static String said(
      Outcome<EventId> outcome, String key, EventId id, RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<EventId> done -> Flash.ok(onward, key);
      case Outcome.Refused<EventId>(var why) -> Flash.refused(onward, why);
    }
    return onward(id);
  }

  @PostMapping("/letters")
  String send(
      Viewer viewer,
      @PathVariable EventId id,
      @RequestParam(defaultValue = "") String seal,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return switch (meetings.send(viewer, id, seal)) {
      case Outcome.Done<Integer>(var number) -> {
        Flash.ok(onward, "invitations.sent", number);
        yield onward(id);
      }
      case Outcome.Refused<Integer>(var why) ->
          Pages.again(
              response, model, why, page(viewer, guestbook.of(viewer, id), AskForm.blank(), model));
    };
  }
}
