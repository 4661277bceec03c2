package org.diestra.office.publishing;

import java.time.Instant;
import org.diestra.office.channels.ChannelId;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Piece.Remote;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said on one channel.
 *
 * @param version counts its steps, so that nobody decides on what they have not seen
 * @param since when it came to its state
 * @param hash of what it says now, where and when: {@link Content#hash}
 * @param writtenBy who wrote what it says now
 */
record Post(
    PostId id,
    WorkspaceId workspace,
    ChannelId channel,
    State state,
    int version,
    Instant since,
    Written written,
    String hash,
    PersonId writtenBy,
    Course course) {

  /**
   * @param hash of what was approved
   * @param by null where it stands without a word for each
   */
  record Approval(String hash, @Nullable PersonId by, Instant at) {}

  /**
   * How far it has come.
   *
   * @param submittedBy who handed it in, or null
   * @param approval that binds it, or null
   * @param heldBy who stopped it, or null
   * @param beginsAt when the house turns to it next; null where it does not
   * @param retryAt since when somebody wants it tried anew, or null
   * @param reason why it is where it is: a person's words, or a message's key; null where it says
   *     itself
   * @param remote what stands on the channel of it, or null
   * @param tries of the present delivery
   */
  record Course(
      @Nullable PersonId submittedBy,
      @Nullable Approval approval,
      @Nullable PersonId heldBy,
      @Nullable Instant beginsAt,
      @Nullable Instant retryAt,
      @Nullable String reason,
      @Nullable Remote remote,
      int tries) {
    static final Course NONE = new Course(null, null, null, null, null, null, null, 0);
  }

  /** The next step, with nothing said of it yet. */
  Post to(State next, Instant now) {
    var c = course;
    var then = new Course(c.submittedBy, c.approval, null, null, c.retryAt, null, c.remote, 0);
    return new Post(id, workspace, channel, next, version + 1, now, written, hash, writtenBy, then);
  }

  /** It says something else now, in that person's words; what was approved is not this. */
  Post says(Written after, PersonId by) {
    var c = course;
    var then = new Course(null, null, c.heldBy, c.beginsAt, null, c.reason, c.remote, c.tries);
    var sum = after.content().hash(channel, after.due());
    return new Post(id, workspace, channel, state, version, since, after, sum, by, then);
  }

  /** Something that nobody outside sees is another now. */
  Post noted(Written after) {
    return new Post(id, workspace, channel, state, version, since, after, hash, writtenBy, course);
  }

  private Post with(Course then) {
    return new Post(id, workspace, channel, state, version, since, written, hash, writtenBy, then);
  }

  Post submitted(@Nullable PersonId by) {
    var c = course;
    return with(
        new Course(by, c.approval, c.heldBy, c.beginsAt, c.retryAt, c.reason, c.remote, c.tries));
  }

  Post approved(@Nullable Approval now) {
    var c = course;
    return with(
        new Course(
            c.submittedBy, now, c.heldBy, c.beginsAt, c.retryAt, c.reason, c.remote, c.tries));
  }

  Post held(PersonId by) {
    var c = course;
    return with(
        new Course(
            c.submittedBy, c.approval, by, c.beginsAt, c.retryAt, c.reason, c.remote, c.tries));
  }

  Post begins(Instant at) {
    var c = course;
    return with(
        new Course(
            c.submittedBy, c.approval, c.heldBy, at, c.retryAt, c.reason, c.remote, c.tries));
  }

  Post retried(@Nullable Instant at) {
    var c = course;
    return with(
        new Course(
            c.submittedBy, c.approval, c.heldBy, c.beginsAt, at, c.reason, c.remote, c.tries));
  }

  Post because(@Nullable String why) {
    var c = course;
    return with(
        new Course(
            c.submittedBy, c.approval, c.heldBy, c.beginsAt, c.retryAt, why, c.remote, c.tries));
  }

  Post stands(@Nullable Remote there) {
    var c = course;
    return with(
        new Course(
            c.submittedBy, c.approval, c.heldBy, c.beginsAt, c.retryAt, c.reason, there, c.tries));
  }

  Post tried(int times) {
    var c = course;
    return with(
        new Course(
            c.submittedBy, c.approval, c.heldBy, c.beginsAt, c.retryAt, c.reason, c.remote, times));
  }

  @Nullable PersonId submittedBy() {
    return course.submittedBy;
  }

  @Nullable Approval approval() {
    return course.approval;
  }

  @Nullable Instant beginsAt() {
    return course.beginsAt;
  }

  @Nullable Instant retryAt() {
    return course.retryAt;
  }

  @Nullable String reason() {
    return course.reason;
  }

  @Nullable Remote remote() {
    return course.remote;
  }

  int tries() {
    return course.tries;
  }

  String href() {
    return "/w/" + workspace + "/publishing/posts/" + id;
  }

  Content content() {
    return written.content();
  }

  @Nullable Instant due() {
    return written.due();
  }

  /** Whether that person wrote it or handed it in, and so does not decide on it. */
  boolean by(PersonId person) {
    return person.equals(writtenBy) || person.equals(course.submittedBy);
  }

  /** Whether what was approved is what it says now. */
  boolean bound() {
    var approval = course.approval;
    return approval != null
        && approval.hash().equals(hash)
        && hash.equals(content().hash(channel, due()));
  }

  /** Whether it may be written on now. */
  boolean writable(Kind kind) {
    return state.written() || state == State.PUBLISHED && kind.revises();
  }

  /**
   * Whether something of it stands outside that may be taken away: also while it is written anew.
   */
  boolean outside() {
    return state == State.PUBLISHED
        || course.remote != null && (state.written() || state == State.UNCLEAR);
  }

  /** Whether the house itself can take away what stands outside. */
  boolean takenAwayBy(Kind kind) {
    var there = course.remote;
    return switch (kind.way()) {
      case OWN -> true;
      case SENT -> kind.removes() && there != null && !there.id().isEmpty();
      case HAND -> false;
    };
  }

  /** What people call it: its title, or how it begins; at most 80 characters, never empty. */
  String name() {
    return name(content().title(), content().text());
  }

  static String name(String title, String text) {
    var whole = (title.isEmpty() ? text : title).replaceAll("\\s+", " ").strip();
    if (whole.isEmpty()) {
      return "…";
    }
    int most = Math.min(whole.length(), 80);
    boolean cut = most > 0 && most < whole.length();
    int end = cut && Character.isHighSurrogate(whole.charAt(most - 1)) ? most - 1 : most;
    return cut ? whole.substring(0, end).strip() + "…" : whole;
  }
}
