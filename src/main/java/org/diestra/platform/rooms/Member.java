package org.diestra.platform.rooms;

import org.diestra.platform.base.Token;

/**
 * Somebody at a room's door or inside.
 *
 * @param who the name in signalling, made of person and room, which tells nobody who it is
 * @param seat 0 while waiting to be let in
 */
record Member(String who, Door.Admission admission, String instance, int seat, Line line) {

  static Member waiting(Door.Admission admission, String instance, Line line) {
    var mixed = admission.room().id() + " " + admission.person();
    return new Member(Token.of(mixed).hash().substring(0, 16), admission, instance, 0, line);
  }

  Member seated(int number) {
    return new Member(who, admission, instance, number, line);
  }

  boolean inside() {
    return seat > 0;
  }

  boolean host() {
    return admission.guest().host();
  }

  /** This person, as another one is told: who came later yields. */
  Said.Person seenBy(Member other) {
    return new Said.Person(who, admission.guest().name(), host(), instance, other.seat() > seat);
  }
}
