package org.diestra.office.files;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say about a file. Whoever wrote it or spoke there before hears of it. */
@Service
class Comments {
  static final String SAID = "files:comment";
  private static final int LONGEST = 5_000;

  /** Under one file. */
  private static final int MOST = 500;

  private final Files files;
  private final CommentStore store;
  private final Workspaces workspaces;
  private final Notifications notifications;
  private final Clock clock;

  Comments(
      Files files,
      CommentStore store,
      Workspaces workspaces,
      Notifications notifications,
      Clock clock) {
    this.files = files;
    this.store = store;
    this.workspaces = workspaces;
    this.notifications = notifications;
    this.clock = clock;
  }

  /** The oldest first. */
  @Transactional(readOnly = true)
  List<Comment> of(Pass pass, EntryId file) {
    return store.of(pass.workspace().id(), files.get(pass, file).key());
  }

  @Transactional
  Outcome<Comment> say(Pass pass, EntryId file, @Nullable String typed) {
    files.hold(pass);
    var about = files.get(pass, file);
    if (about.collection()) {
      throw new NotFound();
    }
    var before = store.of(about.workspace(), about.key());
    if (before.size() >= MOST) {
      return Outcome.refused(Refusal.limit("files.comment.many", MOST));
    }
    return read(typed)
        .fold(
            text -> {
              var by = pass.viewer().id();
              var said = new Comment(Ids.fresh(), file, by, text, clock.instant(), null);
              store.add(about.workspace(), said);
              tell(pass, about, said, before);
              return Outcome.done(said);
            },
            Outcome::refused);
  }

  private static Outcome<String> read(@Nullable String typed) {
    var problems = new Problems();
    var text = new Typed(problems).text("text", typed, LONGEST, "files.comment.none");
    var why = problems.at("text");
    return why == null ? Outcome.done(text) : Outcome.refused(why);
  }

  private void tell(Pass pass, Entry about, Comment said, List<Comment> before) {
    var concerned = new HashSet<PersonId>();
    concerned.add(about.createdBy());
    concerned.add(about.modifiedBy());
    before.forEach(one -> concerned.add(one.author()));
    concerned.remove(said.author());
    concerned.retainAll(workspaces.people(about.workspace(), Area.FILES));
    var name = pass.viewer().name();
    notifications.tell(
        concerned.stream()
            .map(person ->
                Notice.to(
                        person,
                        SAID,
                        pass.href("files/" + about.key()),
                        "files.notice.comment",
                        name,
                        about.name())
                    .once("files:comment:" + Ids.text(said.id()))
                    .from(name))
            .toList());
  }

  /** Only its author writes it anew. */
  @Transactional
  Outcome<Comment> change(Pass pass, UUID id, @Nullable String typed) {
    var said = find(pass, id);
    require(said.author().equals(pass.viewer().id()));
    return read(typed)
        .fold(
            text -> {
              require(text.equals(said.text()) || store.change(id, text, clock.instant()));
              return Outcome.done(said);
            },
            Outcome::refused);
  }

  /** Its author takes it back, or whoever keeps the workspace takes it away. */
  @Transactional
  Comment remove(Pass pass, UUID id) {
    var said = find(pass, id);
    var by = pass.viewer().id();
    require(said.author().equals(by) || pass.keeps());
    require(store.remove(id, by, clock.instant()));
    return said;
  }

  /**
   * @throws NotFound if there is no such comment, or its file is in the trash
   */
  @Transactional(readOnly = true)
  EntryId entry(Pass pass, UUID id) {
    return find(pass, id).entry();
  }

  private Comment find(Pass pass, UUID id) {
    var said = store.find(Files.checked(pass).workspace().id(), id).orElseThrow(NotFound::new);
    files.get(pass, said.entry());
    return said;
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new NotFound();
    }
  }
}
