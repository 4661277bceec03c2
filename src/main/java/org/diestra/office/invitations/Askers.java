package org.diestra.office.invitations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.calendar.EventTexts.Text;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.mail.ReplyAddresses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * In whose name people are asked: the client's, or that of whoever keeps a calendar of their own.
 */
@Component
class Askers {
  private final EventTexts texts;
  private final Accounts accounts;
  private final Workspaces workspaces;
  private final ReplyAddresses replies;

  Askers(EventTexts texts, Accounts accounts, Workspaces workspaces, ReplyAddresses replies) {
    this.texts = texts;
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.replies = replies;
  }

  /** Who asks to the events of that calendar, and by which name. */
  record Organizer(PersonId person, String name) {}

  /** In a client's calendar whoever acts for it asks as one of those who keep it. */
  Organizer organizer(Text text, Viewer acting) {
    var room = text.workspace();
    if (room == null) {
      var owner = text.owner() == null ? acting.id() : text.owner();
      return new Organizer(owner, accounts.names(List.of(owner)).getOrDefault(owner, ""));
    }
    var workspace = workspaces.get(room);
    var keepers = workspaces.keepers(workspace);
    var one = keepers.contains(acting.id()) || keepers.isEmpty() ? acting.id() : keepers.getFirst();
    return new Organizer(one, workspace.name());
  }

  /**
   * Whether an event is somebody else's meeting, by whoever its text says asks to it: one of the
   * house asks to it, or nobody.
   *
   * @param meeting that is kept of it, if any
   */
  boolean foreign(Viewer viewer, Text text, @Nullable Meeting meeting) {
    var line = text.object().main().line("ORGANIZER");
    if (line.isEmpty() || meeting != null) {
      return false;
    }
    return !known(viewer, text, null).contains(Roster.key(line.get()).orElse(""));
  }

  /** By whose addresses somebody who acts there asks. */
  Set<String> known(Viewer viewer, Text text, @Nullable Meeting meeting) {
    var people = new HashSet<>(List.of(viewer.id(), organizer(text, viewer).person()));
    if (meeting != null) {
      people.add(meeting.organizer());
    }
    return accounts.contacts(people).values().stream()
        .flatMap(contact -> EmailAddress.read(contact.email()).stream())
        .map(EmailAddress::key)
        .collect(Collectors.toSet());
  }

  /** Who gets the answers: whoever asked first, or who keeps the client now if they do not. */
  PersonId speaker(Meeting meeting) {
    var place = texts.place(meeting.calendar());
    var room = place.isEmpty() ? null : place.get().workspace();
    if (room == null) {
      return meeting.organizer();
    }
    var keepers = workspaces.keepers(workspaces.get(room));
    return keepers.isEmpty() || keepers.contains(meeting.organizer())
        ? meeting.organizer()
        : keepers.getFirst();
  }

  /**
   * @param sender who sends it
   */
  Asker of(Meeting meeting, Guest guest, PersonId sender) {
    return of(meeting, sender).to(guest);
  }

  /** The same for many guests, looked up once. */
  Askers.Same of(Meeting meeting, PersonId sender) {
    var speaker = speaker(meeting);
    var people = accounts.contacts(new HashSet<>(List.of(speaker, sender)));
    var organizer = people.get(speaker);
    var by = people.get(sender);
    var email = organizer == null ? by == null ? "" : by.email() : organizer.email();
    return new Same(
        meeting.organizerName(),
        email,
        by == null || sender.equals(speaker) ? null : by.email(),
        replies);
  }

  /** Who asks, whomever. */
  record Same(String name, String email, @Nullable String sender, ReplyAddresses replies) {
    Asker to(Guest guest) {
      return new Asker(name, replies.of(guest.id().value()).orElse(email), sender);
    }
  }
}
