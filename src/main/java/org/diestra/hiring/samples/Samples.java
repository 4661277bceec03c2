package org.diestra.hiring.samples;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diestra.hiring.samples.SampleStore.Kept;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to samples. */
@Service
public class Samples {
  static final int MOST = 20;

  /** How long a removed sample can be brought back, and its file is kept. */
  static final Duration KEPT = Duration.ofDays(30);

  static final String HOLDER = "samples";

  private final SampleStore store;
  private final Blobs blobs;
  private final ObjectProvider<SampleAudience> audiences;
  private final SampleScreen screen;
  private final Audit audit;
  private final Clock clock;

  Samples(
      SampleStore store,
      Blobs blobs,
      ObjectProvider<SampleAudience> audiences,
      SampleScreen screen,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.blobs = blobs;
    this.audiences = audiences;
    this.screen = screen;
    this.audit = audit;
    this.clock = clock;
  }

  /** These people's samples, each owner's in the chosen order, in two statements. */
  public List<SampleCard> of(Collection<PersonId> owners) {
    return owners.isEmpty() ? List.of() : cards(store.of(owners));
  }

  /** Those that are there, in two statements. */
  public List<SampleCard> all(Collection<SampleId> ids) {
    return ids.isEmpty() ? List.of() : cards(store.find(ids));
  }

  /** The areas that each person's public samples show, in one statement. */
  public Map<PersonId, Set<Area>> areas(Collection<PersonId> owners) {
    return owners.isEmpty() ? Map.of() : store.openAreas(owners);
  }

  /**
   * @throws NotFound if there is none, or it is not for this viewer
   */
  public SampleCard seen(@Nullable Viewer viewer, SampleId id) {
    var card = card(find(id));
    boolean own = viewer != null && viewer.id().equals(card.owner());
    if (!own && audiences.orderedStream().noneMatch(a -> a.sees(viewer, card))) {
      throw new NotFound();
    }
    return card;
  }

  /**
   * The file behind it, for a viewer whom {@link #seen}, or the module that shows it, has let in.
   */
  public Blob file(SampleCard seen) {
    return blobs.get(find(seen.id()).blob());
  }

  Optional<Sample> own(PersonId owner, SampleId id) {
    return store.find(id).filter(k -> k.owner().equals(owner)).map(Kept::said);
  }

  /**
   * @param copied whether somebody else brought the same file, or one that looks the same, before
   */
  @Transactional
  Outcome<SampleId> add(PersonId owner, Blob file, Sample said, boolean copied) {
    store.lock(owner);
    if (store.count(owner) >= MOST) {
      return Outcome.refused(Refusal.conflict("samples.most", MOST));
    }
    var id = new SampleId(Ids.fresh());
    var refusal = screen.refusal(id, said);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    store.add(id, owner, file.id(), said, copied, clock.instant());
    blobs.hold(file.id(), HOLDER, id.value());
    changed(owner, id, "add");
    return Outcome.done(id);
  }

  @Transactional
  Outcome<SampleId> change(PersonId owner, SampleId id, Sample said) {
    must(own(owner, id).isPresent());
    var refusal = screen.refusal(id, said);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    must(store.change(id, owner, said, clock.instant()));
    changed(owner, id, "change");
    return Outcome.done(id);
  }

  /** Moves a sample one place up or down among the owner's; at an end nothing happens. */
  @Transactional
  void move(PersonId owner, SampleId id, boolean up) {
    store.lock(owner);
    var order = new ArrayList<>(store.of(List.of(owner)).stream().map(Kept::id).toList());
    int from = order.indexOf(id);
    must(from >= 0);
    int to = Math.clamp(from + (up ? -1 : 1), 0, order.size() - 1);
    Collections.swap(order, from, to);
    store.arrange(owner, order);
  }

  /** Takes it away from everywhere; it can be brought back for {@link #KEPT}. */
  @Transactional
  void remove(PersonId owner, SampleId id) {
    must(store.remove(id, owner, clock.instant()));
    changed(owner, id, "remove");
  }

  @Transactional
  Outcome<SampleId> restore(PersonId owner, SampleId id) {
    store.lock(owner);
    if (store.count(owner) >= MOST) {
      return Outcome.refused(Refusal.conflict("samples.most", MOST));
    }
    must(store.restore(id, owner));
    changed(owner, id, "restore");
    return Outcome.done(id);
  }

  /**
   * Lets go of some of what was removed more than {@link #KEPT} ago, and of its files; the next
   * sweep of the blobs takes the bytes and every preview of them. Safe to repeat.
   *
   * @return how many; 0 when none is left
   */
  @Transactional
  int forget(Instant now) {
    var gone = store.forget(now.minus(KEPT));
    gone.forEach(id -> blobs.releaseAll(HOLDER, id.value()));
    return gone.size();
  }

  private void changed(PersonId owner, SampleId id, String action) {
    audit.record(Deed.of("samples", action).by(owner.value()).on("sample", id.value()));
    audiences.orderedStream().forEach(a -> a.changed(owner));
  }

  private Kept find(SampleId id) {
    return store.find(id).orElseThrow(NotFound::new);
  }

  private SampleCard card(Kept kept) {
    return cards(List.of(kept)).getFirst();
  }

  private List<SampleCard> cards(List<Kept> kept) {
    var files = blobs.all(kept.stream().map(Kept::blob).toList());
    return kept.stream()
        .flatMap(k -> Optional.ofNullable(files.get(k.blob())).map(f -> card(k, f)).stream())
        .toList();
  }

  private static SampleCard card(Kept kept, Blob file) {
    var said = kept.said();
    return new SampleCard(
        kept.id(),
        kept.owner(),
        said.area(),
        said.title(),
        said.what(),
        said.rights(),
        file.kind(),
        file.type().extension().toUpperCase(java.util.Locale.ROOT),
        file.sizeText(),
        said.open(),
        kept.copied(),
        kept.at());
  }

  private static void must(boolean done) {
    if (!done) {
      throw new NotFound();
    }
  }
}
