package org.diestra.office.files;

import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Hash;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for whoever needs files as evidence. What is frozen can still be worked with, moved and
 * put into the trash; only no version of it is taken away for good, by nobody and no timer, until
 * all who froze it let go.
 */
@Service
public class Freezes {
  private final FreezeStore store;
  private final SpaceStore spaces;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Freezes(FreezeStore store, SpaceStore spaces, HouseRights house, Audit audit, Clock clock) {
    this.store = store;
    this.spaces = spaces;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What was frozen.
   *
   * @param versions how many, at least 0
   * @param sha256 of their hashes in the order in which they were made, a line each
   */
  public record Frozen(int versions, String sha256) {}

  /**
   * Freezes what somebody wrote in a workspace, and all versions of some files there, as they are
   * now. In the caller's transaction, which waits for whoever changes files there just now; once
   * more adds what came since.
   *
   * @param cause what needs them: the id by which they are let go again
   * @param by whose versions
   * @param linked ids of files; what is no file of this workspace is left out
   */
  @Transactional
  public Frozen freeze(UUID cause, WorkspaceId workspace, PersonId by, Collection<UUID> linked) {
    return house.call(() -> {
      spaces.hold(workspace);
      store.freeze(cause, workspace, by, linked, clock.instant());
      var hashes = store.hashes(cause);
      audit.record(
          Deed.of("files", "freeze")
              .on("workspace", workspace.value())
              .with("versions", hashes.size()));
      return new Frozen(hashes.size(), Hash.of(String.join("\n", hashes)));
    });
  }

  /** It needs them no longer; once more changes nothing. */
  @Transactional
  public void thaw(UUID cause) {
    house.call(() -> {
      int versions = store.thaw(cause);
      if (versions > 0) {
        audit.record(Deed.of("files", "thaw").on("cause", cause).with("versions", versions));
      }
      return versions;
    });
  }
}
