package org.diestra.platform.rooms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is in a room now, and who waits at its door. Somebody who waits is told nothing, not even
 * whether anybody is in. Every method holds the room's own lock.
 */
final class Call {
  private final Map<String, Member> members = new LinkedHashMap<>();

  /** Takes somebody who waits to the door, in place of an older page of the same person. */
  synchronized void wait(Member member) {
    replace(member);
    member.line().say(Said.plain("waiting"));
    hosts().forEach(host -> host.line().say(knock(member)));
  }

  /** Lets somebody in and tells everybody; false when the room is full. */
  synchronized boolean enter(Member member) {
    long others =
        members.values().stream().filter(m -> m.inside() && !m.who().equals(member.who())).count();
    if (others >= Room.MOST) {
      return false;
    }
    replace(member);
    var inside = inside(member.who());
    var people = inside.stream().map(other -> other.seenBy(member)).toList();
    member.line().say(Said.welcome(member.who(), people));
    inside.forEach(other -> other.line().say(Said.came(member.seenBy(other))));
    if (member.host()) {
      members.values().stream().filter(m -> !m.inside()).forEach(m -> member.line().say(knock(m)));
    } else {
      hosts().forEach(host -> host.line().say(Said.of("settled", member.who())));
    }
    return true;
  }

  synchronized Optional<Member> waiting(String who) {
    return Optional.ofNullable(members.get(who)).filter(m -> !m.inside());
  }

  /** Passes a message on to somebody who is inside; to anybody else it goes nowhere. */
  synchronized void pass(Member from, String to, Said said) {
    if (current(from) && from.inside()) {
      Optional.ofNullable(members.get(to))
          .filter(Member::inside)
          .ifPresent(other -> other.line().say(said));
    }
  }

  /**
   * That page is gone.
   *
   * @param how {@code left} for somebody who went, {@code away} for a line that broke
   * @return whether it was this person's current page
   */
  synchronized boolean gone(Member member, String how) {
    if (!current(member)) {
      return false;
    }
    members.remove(member.who());
    if (member.inside()) {
      inside(member.who()).forEach(other -> other.line().say(Said.of(how, member.who())));
    } else {
      hosts().forEach(host -> host.line().say(Said.of("settled", member.who())));
    }
    return true;
  }

  synchronized List<Member> all() {
    return List.copyOf(members.values());
  }

  synchronized boolean isEmpty() {
    return members.isEmpty();
  }

  private void replace(Member member) {
    var older = members.put(member.who(), member);
    if (older != null && older.line() != member.line()) {
      older.line().refuse("replaced");
    }
  }

  private boolean current(Member member) {
    var now = members.get(member.who());
    return now != null && now.line() == member.line();
  }

  private List<Member> inside(String but) {
    return members.values().stream().filter(m -> m.inside() && !m.who().equals(but)).toList();
  }

  private List<Member> hosts() {
    return members.values().stream().filter(m -> m.inside() && m.host()).toList();
  }

  private static Said knock(Member member) {
    return Said.knock(member.who(), member.admission().guest().name());
  }
}
