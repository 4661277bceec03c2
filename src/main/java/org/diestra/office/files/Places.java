package org.diestra.office.files;

import java.util.List;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way from an address to what it speaks of, and what a page needs of it. */
@Component
class Places {
  private static final int MOST_FOLDERS = 1000;
  private static final int MOST_FOUND = 200;
  private final Workspaces workspaces;
  private final Files files;
  private final EntryStore entries;
  private final TreeStore trees;

  Places(Workspaces workspaces, Files files, EntryStore entries, TreeStore trees) {
    this.workspaces = workspaces;
    this.files = files;
    this.entries = entries;
    this.trees = trees;
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

  @Transactional(readOnly = true)
  List<Entry> called(Pass pass, String part) {
    return entries.called(Files.checked(pass).workspace().id(), part, MOST_FOUND);
  }
}
