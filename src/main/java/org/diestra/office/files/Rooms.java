package org.diestra.office.files;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The room that files take: for those who keep a workspace, and for operators. */
@Service
class Rooms {
  /** So many workspaces on a page. */
  static final int PAGE = 50;

  private static final int MONTH = 30;
  private static final int KEPT = 400;
  private final RoomStore store;
  private final Files files;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Rooms(RoomStore store, Files files, HouseRights house, Audit audit, Clock clock) {
    this.store = store;
    this.files = files;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  private static Pass kept(Pass pass) {
    pass.requireKeeps();
    return Files.checked(pass);
  }

  @Transactional(readOnly = true)
  RoomUse of(Pass pass) {
    var workspace = kept(pass).workspace().id();
    var sums = store.sums(workspace);
    var largest = store.largest(workspace, RoomUse.SHOWN);
    return new RoomUse(files.space(pass), sums.now(), sums.older(), sums.trash(), largest);
  }

  /**
   * Takes the earlier versions of a file away for good, but those that are kept as evidence.
   * Answers how many.
   */
  @Transactional
  int forgetOlder(Pass pass, EntryId file) {
    files.hold(kept(pass));
    var gone = store.forgetOlder(pass.workspace().id(), files.get(pass, file).key());
    files.forget(gone);
    audit.record(
        Deed.of("files", "forget-versions")
            .by(pass.viewer().id().value())
            .on("entry", file.value())
            .with("count", gone.size()));
    return gone.size();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /**
   * All workspaces with files, the fullest first; one more than are shown says there are others.
   */
  @Transactional(readOnly = true)
  List<RoomUse.Client> clients(@Nullable UUID after) {
    return house.call(() -> store.clients(after, today().minusDays(MONTH), PAGE + 1));
  }

  @Transactional(readOnly = true)
  Space whole() {
    return house.call(store::whole);
  }

  /**
   * @throws NotFound if there is no such workspace, or it has no files
   */
  @Transactional(readOnly = true)
  UUID require(UUID workspace) {
    if (!house.call(() -> store.has(workspace))) {
      throw new NotFound();
    }
    return workspace;
  }

  /**
   * Bounds a workspace anew. What it has already stays, also where that is more.
   *
   * @param bytes at least 1
   * @throws NotFound if it has no files
   */
  @Transactional
  void bound(Viewer operator, UUID workspace, long bytes) {
    if (!house.call(() -> store.setQuota(workspace, bytes))) {
      throw new NotFound();
    }
    audit.record(
        Deed.of("files", "quota")
            .by(operator.id().value())
            .on("workspace", workspace)
            .with("quota", Sizes.text(bytes)));
  }

  /** Remembers the day; as the house. */
  @Transactional
  void remember() {
    store.remember(today(), today().minusDays(KEPT));
  }
}
