package org.diestra.platform.messaging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.messaging.TalkReader.Part;
import org.diestra.platform.messaging.TalkStore.Reader;
import org.diestra.platform.messaging.TalkView.File;
import org.diestra.platform.messaging.TalkView.Line;
import org.diestra.platform.messaging.TalkView.Person;
import org.diestra.platform.messaging.ThreadSubjects.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a thread shows, in a fixed number of statements. */
@Component
class TalkPages {
  static final int PAGE = 30;

  private final Accounts accounts;
  private final Blobs blobs;

  TalkPages(Accounts accounts, Blobs blobs) {
    this.accounts = accounts;
    this.blobs = blobs;
  }

  /** Who is called what, as this viewer may know it. */
  record Names(Map<PersonId, Contact> contacts, Map<PersonId, String> aliases) {
    Person of(PersonId id) {
      var alias = aliases.get(id);
      var contact = contacts.get(id);
      if (alias != null || contact == null) {
        return new Person(alias == null ? "" : alias, null);
      }
      return new Person(contact.name(), contact.photoUrl());
    }
  }

  /**
   * @param upTo as the address had it, or null for the newest
   */
  TalkView view(Viewer viewer, Part part, Subject subject, @Nullable Integer upTo) {
    var shown = part.messages().stream().limit(PAGE).toList().reversed();
    var names = names(part, subject);
    var files = blobs.all(shown.stream().flatMap(m -> m.files().stream()).toList());
    var lines = new ArrayList<Line>();
    LocalDate day = null;
    for (var message : shown) {
      var its = LocalDate.ofInstant(message.sentAt(), viewer.zone());
      lines.add(line(viewer, message, !its.equals(day), names, files, part.readers()));
      day = its;
    }
    var talk = part.talk();
    boolean newest = shown.isEmpty() || shown.getLast().number() >= talk.messages();
    boolean more = part.messages().size() > PAGE;
    return new TalkView(
        talk.id(),
        subject,
        part.readers().stream().map(r -> names.of(r.person())).toList(),
        lines,
        newest ? null : upTo,
        more ? talk.href() + "?upTo=" + (shown.getFirst().number() - 1) : null,
        newest ? null : talk.href());
  }

  private Names names(Part part, Subject subject) {
    var people = new HashSet<PersonId>();
    part.readers().forEach(reader -> people.add(reader.person()));
    part.messages().forEach(message -> people.add(message.author()));
    return new Names(accounts.contacts(people), subject.aliases());
  }

  private Line line(
      Viewer viewer,
      Message message,
      boolean day,
      Names names,
      Map<BlobId, Blob> files,
      List<Reader> readers) {
    var talk = Messages.href(message.thread());
    return new Line(
        talk + "/" + message.id(),
        message.number(),
        names.of(message.author()),
        message.author().equals(viewer.id()),
        day,
        message.deleted() ? "" : marked(message, names),
        message.flagged(),
        message.byMail(),
        message.sentAt(),
        message.editedAt(),
        message.deletedAt(),
        message.deleted()
            ? List.of()
            : message.files().stream()
                .flatMap(id -> Optional.ofNullable(files.get(id)).stream())
                .map(blob -> new File(talk + "/files/" + blob.id(), blob))
                .toList(),
        readBy(viewer, message, names, readers));
  }

  /** Those who were meant, in bold. */
  private static String marked(Message message, Names names) {
    if (message.mentions().isEmpty()) {
      return message.text();
    }
    var called =
        message.mentions().stream()
            .flatMap(person -> Optional.ofNullable(names.contacts().get(person)).stream())
            .collect(Collectors.toMap(Contact::id, Contact::name));
    return new Mentions(called).marked(message.text());
  }

  private static List<String> readBy(
      Viewer viewer, Message message, Names names, List<Reader> readers) {
    return readers.stream()
        .filter(r -> r.readTo() == message.number() && r.readAt() != null)
        .filter(r -> !r.person().equals(message.author()) && !r.person().equals(viewer.id()))
        .map(r -> names.of(r.person()).name())
        .toList();
  }
}
