package org.diestra.office.files;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The way from an address to what it speaks of, and what a page needs of it. */
@Component
class Places {
  private static final int MOST_FOLDERS = 1000;

  /** What little comes is judged when it is kept: the same bytes again need no room. */
  private static final long SLACK = 65_536;

  private final Workspaces workspaces;
  private final Files files;
  private final ListStore lists;
  private final TreeStore trees;
  private final Arrivals arrivals;

  Places(Workspaces workspaces, Files files, ListStore lists, TreeStore trees, Arrivals arrivals) {
    this.workspaces = workspaces;
    this.files = files;
    this.lists = lists;
    this.trees = trees;
    this.arrivals = arrivals;
  }

  /**
   * Something in a workspace.
   *
   * @param trail from the outermost folder in; the last is the thing itself
   */
  record Place(Pass pass, List<Entry> trail) {
    Entry entry() {
      return trail.getLast();
    }

    /** The folder it lies in; null for the workspace's own. */
    @Nullable Entry parent() {
      return trail.size() < 2 ? null : trail.get(trail.size() - 2);
    }
  }

  Pass enter(Viewer viewer, WorkspaceId workspace) {
    return Files.checked(workspaces.enter(viewer, workspace));
  }

  private record Asked(PersonId person, WorkspaceId workspace) {}

  /** The same, asked once a transaction: what it finds is as fresh as that. */
  Pass once(Viewer viewer, WorkspaceId workspace) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return enter(viewer, workspace);
    }
    var key = new Asked(viewer.id(), workspace);
    if (TransactionSynchronizationManager.getResource(key) instanceof Pass known) {
      return known;
    }
    var pass = enter(viewer, workspace);
    TransactionSynchronizationManager.bindResource(key, pass);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
          }
        });
    return pass;
  }

  /** Who brings something where, and how much room there was when it began. */
  record Arrival(Pass pass, Space space) {}

  @Transactional(readOnly = true)
  Arrival arrival(Viewer viewer, WorkspaceId workspace) {
    var pass = enter(viewer, workspace);
    return new Arrival(pass, files.space(pass));
  }

  /**
   * Room for what comes now; the first look at what is left is that of its beginning.
   *
   * @param announced bytes; less than 0 where nobody said
   */
  Arrivals.Berth berth(Arrival arrival, long announced) throws Arrivals.NoRoom {
    var first = new AtomicReference<@Nullable Space>(arrival.space());
    return arrivals.berth(
        arrival.pass().workspace().id().value(),
        announced,
        () -> {
          var known = first.getAndSet(null);
          return (known == null ? files.space(arrival.pass()) : known).left() + SLACK;
        });
  }

  Place find(Viewer viewer, WorkspaceId workspace, EntryId entry) {
    var pass = enter(viewer, workspace);
    return new Place(pass, files.trail(pass, entry));
  }

  /** The folder that a form names, or none for the workspace's own. */
  static @Nullable EntryId folder(String typed) {
    return typed.isEmpty() ? null : new EntryId(Ids.require(typed));
  }

  /** Where the page of a folder is; null stands for the workspace's own. */
  static String href(Pass pass, @Nullable EntryId folder) {
    return pass.href("files" + (folder == null ? "" : "/" + folder));
  }

  @Transactional(readOnly = true)
  List<TreeStore.Folder> folders(Pass pass, EntryId without) {
    return trees.folders(Files.checked(pass).workspace().id(), without, MOST_FOLDERS);
  }

  /** A page of a folder; one more than are shown says that there is another. */
  @Transactional(readOnly = true)
  List<Entry> in(Pass pass, @Nullable EntryId folder, Order order, @Nullable EntryId after) {
    var id = folder == null ? null : folder.value();
    return lists.in(Files.checked(pass).workspace().id(), id, order, after, Listing.SHOWN + 1);
  }

  @Transactional(readOnly = true)
  List<Entry> called(Pass pass, String part, Order order, @Nullable EntryId after) {
    var workspace = Files.checked(pass).workspace().id();
    return lists.called(workspace, part, order, after, Listing.SHOWN + 1);
  }

  /** In which folders these lie, by the folders' ids. */
  @Transactional(readOnly = true)
  Map<UUID, String> folders(Pass pass, List<Entry> entries) {
    var parents = entries.stream().flatMap(one -> Stream.ofNullable(one.parent())).distinct();
    return lists.names(Files.checked(pass).workspace().id(), parents.toList());
  }
}
