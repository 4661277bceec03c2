package org.diestra.office.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.Channels;
import org.diestra.office.channels.Kind;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BroughtFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A post before somebody: its form, and its page. */
@Component
class PostPages {
  private final Channels channels;
  private final BroughtFiles brought;
  private final Accounts accounts;
  private final Readings readings;
  private final ClientsWord word;
  private final Clock clock;

  PostPages(
      Channels channels,
      BroughtFiles brought,
      Accounts accounts,
      Readings readings,
      ClientsWord word,
      Clock clock) {
    this.channels = channels;
    this.brought = brought;
    this.accounts = accounts;
    this.readings = readings;
    this.word = word;
    this.clock = clock;
  }

  /**
   * The form.
   *
   * @param found what is written on, or null for a new one
   * @param channels that may be chosen
   * @param files that came with it
   */
  record Sheet(
      Desk desk,
      Desks.@Nullable Found found,
      PostForm form,
      List<Channel> channels,
      List<Blob> files,
      List<String> campaigns) {
    String action() {
      return found == null ? desk.href("posts") : found.post().href() + "/edit";
    }

    /** Whether one of the channels takes articles, which ask for more. */
    boolean articles() {
      return channels.stream().anyMatch(channel -> channel.kind().article());
    }

    boolean slots() {
      return channels.stream().anyMatch(channel -> !channel.slots().isEmpty());
    }
  }

  String form(Desk desk, Desks.@Nullable Found found, PostForm form, Model model) {
    var all =
        found == null
            ? channels.of(desk.pass()).stream().filter(Channel::open).toList()
            : List.of(found.channel());
    var files = brought.own(desk.me().value(), form.files());
    var campaigns = readings.campaigns(desk);
    model.addAttribute("sheet", new Sheet(desk, found, form, all, files, campaigns));
    return "edit";
  }

  /**
   * The page.
   *
   * @param length of its words as its channel counts them
   * @param decides whether the viewer may approve it or give it back
   * @param ready whether somebody may take it to its channel by hand now
   */
  record View(
      Desk desk,
      Post post,
      Channel channel,
      int length,
      boolean decides,
      boolean ready,
      boolean late,
      List<MoveStore.Move> moves,
      List<MoveStore.Revision> revisions,
      Map<PersonId, String> names) {
    String seen() {
      return String.valueOf(post.version());
    }

    boolean mine() {
      return post.by(desk.me());
    }

    Kind kind() {
      return channel.kind();
    }

    String who(@Nullable PersonId person) {
      return person == null ? "" : names.getOrDefault(person, "");
    }

    /** An article as it goes out. */
    gg.jte.Content html() {
      var html = Rounds.html(post.content().text());
      return out -> out.writeContent(html);
    }

    boolean said(@Nullable String words) {
      return words != null && words.matches("(publishing|fetching|channels)\\.[a-z.-]+");
    }
  }

  String show(Desk desk, Desks.Found found, Model model) {
    var post = found.post();
    var steps = readings.moves(post.id());
    var revisions = readings.revisions(post.id());
    var people = new LinkedHashSet<PersonId>();
    people.add(post.writtenBy());
    steps.stream()
        .flatMap(move -> Optional.ofNullable(move.person()).stream())
        .forEach(people::add);
    revisions.forEach(revision -> people.add(revision.person()));
    var approval = post.approval();
    if (approval != null && approval.by() != null) {
      people.add(approval.by());
    }
    var kind = found.channel().kind();
    model.addAttribute(
        "view",
        new View(
            desk,
            post,
            found.channel(),
            kind.counting().of(post.content().whole(kind)),
            Approvals.decides(desk, post),
            post.state() == State.HANDED
                && word.ready(desk.pass().workspace(), post, found.channel()),
            Hands.late(post, clock.instant()),
            steps,
            revisions,
            accounts.names(people)));
    return "show";
  }

  /** The channels that a form chose, of those that may be chosen. */
  List<Channel> chosen(Desk desk, PostForm form) {
    return channels.of(desk.pass()).stream()
        .filter(Channel::open)
        .filter(channel -> form.channels().contains(channel.id().toString()))
        .toList();
  }

  /** When it would appear on that channel: the time that was named, or its next free one. */
  @Nullable Instant due(Desk desk, Channel channel, PostForm form, @Nullable Instant named) {
    if (!form.when().equals("slot")) {
      return named;
    }
    return free(desk, channel, 1).stream().findFirst().orElse(null);
  }

  List<Instant> free(Desk desk, Channel channel, int most) {
    var now = clock.instant();
    return Slots.free(
        channel, desk.pass().workspace().zone(), now, readings.taken(channel.id(), now), most);
  }
}
