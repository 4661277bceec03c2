package org.diestra.platform.messaging;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Excerpt;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.messaging.InboxPage.Found;
import org.diestra.platform.messaging.InboxPage.Row;
import org.diestra.platform.messaging.TalkPages.Names;
import org.diestra.platform.messaging.TalkStore.Listed;
import org.diestra.platform.messaging.TalkStore.Mark;
import org.diestra.platform.messaging.ThreadSubjects.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Gathers the inbox, and what a search finds in it, in a fixed number of statements. */
@Component
class InboxPages {
  private static final int PAGE = 25;
  private static final int EXCERPT = 160;
  private final TalkReader reader;
  private final Messages messages;
  private final Subjects subjects;
  private final Accounts accounts;

  InboxPages(TalkReader reader, Messages messages, Subjects subjects, Accounts accounts) {
    this.reader = reader;
    this.messages = messages;
    this.subjects = subjects;
    this.accounts = accounts;
  }

  InboxPage inbox(Viewer viewer, boolean unreadOnly, @Nullable String after) {
    var from = after == null ? null : mark(after);
    var inbox = reader.inbox(viewer.id(), unreadOnly, from, PAGE + 1);
    var page = inbox.threads().stream().limit(PAGE).toList();
    var seen = subjects.of(viewer, page.stream().map(Listed::talk).toList());
    page.stream()
        .map(Listed::talk)
        .filter(talk -> !seen.containsKey(talk.id()))
        .forEach(messages::refresh); // who takes part no more has nothing to read there
    var newest =
        inbox.newest().stream().collect(Collectors.toMap(Message::thread, Function.identity()));
    var contacts =
        accounts.contacts(newest.values().stream().map(Message::author).distinct().toList());
    var rows =
        page.stream()
            .flatMap(l -> {
              var subject = seen.get(l.talk().id());
              var last = newest.get(l.talk().id());
              return subject == null || last == null
                  ? Stream.<Row>empty()
                  : Stream.of(
                      row(viewer, l, subject, last, new Names(contacts, subject.aliases())));
            })
            .toList();
    var next = inbox.threads().size() > PAGE ? next(unreadOnly, page.getLast().mark()) : null;
    return new InboxPage(rows, List.of(), reader.unread(viewer.id()), unreadOnly, "", next);
  }

  private static Row row(Viewer viewer, Listed listed, Subject subject, Message last, Names names) {
    return new Row(
        listed.talk().href(),
        subject.title(),
        names.of(last.author()).name(),
        last.author().equals(viewer.id()),
        last.deleted(),
        last.deleted() ? "" : excerpt(last.text()),
        last.files().size(),
        listed.lastAt(),
        listed.talk().unread());
  }

  InboxPage search(Viewer viewer, String words, @Nullable String below) {
    var mark = below == null ? null : Ids.require(below);
    var found = reader.search(viewer.id(), words, mark, PAGE + 1);
    var page = found.stream().limit(PAGE).toList();
    var threads = page.stream().map(Message::thread).distinct().toList();
    var seen = subjects.of(viewer, reader.talks(viewer.id(), threads));
    var next =
        found.size() > PAGE
            ? address().queryParam("q", "{q}").queryParam("below", page.getLast().id()).build(words)
            : null;
    return new InboxPage(
        List.of(),
        found(page, seen),
        reader.unread(viewer.id()),
        false,
        words,
        next == null ? null : next.toString());
  }

  private List<Found> found(Collection<Message> page, Map<ThreadId, Subject> seen) {
    var contacts = accounts.contacts(page.stream().map(Message::author).distinct().toList());
    return page.stream()
        .flatMap(m ->
            Optional.ofNullable(seen.get(m.thread()))
                .map(subject -> found(m, subject, new Names(contacts, subject.aliases())))
                .stream())
        .toList();
  }

  private static Found found(Message message, Subject subject, Names names) {
    return new Found(
        "%s?upTo=%d#m%d"
            .formatted(Messages.href(message.thread()), message.number() + 5, message.number()),
        subject.title(),
        names.of(message.author()).name(),
        excerpt(message.text()),
        message.sentAt());
  }

  private static String excerpt(String text) {
    return Excerpt.line(text, EXCERPT);
  }

  private static UriComponentsBuilder address() {
    return UriComponentsBuilder.fromPath("/messages");
  }

  private static String next(boolean unreadOnly, Mark mark) {
    return "/messages?%safter=%s.%s.%s"
        .formatted(
            unreadOnly ? "unread=true&" : "",
            mark.unread() ? "1" : "0",
            URLEncoder.encode(mark.at().toString(), StandardCharsets.UTF_8),
            Ids.text(mark.thread()));
  }

  /** A place that no page ever named is nowhere. */
  private static Mark mark(String text) {
    int first = text.indexOf('.');
    int last = text.lastIndexOf('.');
    if (first != 1 || last <= first) {
      throw new NotFound();
    }
    try {
      var at = Instant.parse(text.substring(first + 1, last));
      UUID thread = Ids.require(text.substring(last + 1));
      return new Mark(text.startsWith("1"), at, thread);
    } catch (DateTimeException madeUp) {
      throw new NotFound();
    }
  }
}
