package org.diestra.hiring.tryouts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diestra.hiring.screening.Finding;
import org.diestra.hiring.screening.Place;
import org.diestra.hiring.screening.Screening;
import org.diestra.hiring.tryouts.Delivery.Piece;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.FileType;
import org.diestra.platform.blobs.Kind;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.previews.Previews;
import org.diestra.platform.previews.Twins;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes files in and reads what is in them: the slow part, outside any transaction. */
@Component
class Intake {
  /** What can be shown without giving out the original. */
  private static final Set<Kind> SHOWN =
      EnumSet.of(Kind.IMAGE, Kind.PDF, Kind.TEXT, Kind.SPREADSHEET);

  private final Blobs blobs;
  private final Twins twins;
  private final Previews previews;
  private final Screening screening;

  Intake(Blobs blobs, Twins twins, Previews previews, Screening screening) {
    this.blobs = blobs;
    this.twins = twins;
    this.previews = previews;
    this.screening = screening;
  }

  /** The file that comes with a task: the one sent now, else the one kept from last time. */
  Optional<Blob> material(
      PersonId client, @Nullable MultipartFile sent, @Nullable String kept, Problems problems)
      throws IOException {
    if (sent != null && !sent.isEmpty()) {
      return store(client, sent, Purpose.ATTACHMENT, "file", problems);
    }
    return own(client, kept == null ? List.of() : List.of(kept)).stream().findFirst();
  }

  Material read(@Nullable Blob file) {
    return Material.of(file, previews);
  }

  /** What the operator's rules find in a request. */
  List<Finding> findings(String what, Material material) {
    return screening.check(what + "\n\n" + material.text(), Place.SAMPLE);
  }

  /**
   * What is to be handed in now: those files a page had that are this bidder's, and those it
   * brought. One that is refused becomes a problem, and the others stay.
   */
  List<Blob> pieces(
      PersonId bidder, List<String> had, List<MultipartFile> brought, Problems problems)
      throws IOException {
    var all = new ArrayList<>(own(bidder, had));
    for (var file : brought) {
      if (!file.isEmpty()) {
        store(bidder, file, Purpose.SAMPLE, "brought", problems)
            .filter(blob -> shown(blob, problems))
            .ifPresent(all::add);
      }
    }
    return all;
  }

  /** Each with whether it looks copied from somebody else; the task's own file does not count. */
  List<Piece> compared(List<Blob> pieces, @Nullable BlobId material) {
    return pieces.stream()
        .map(blob ->
            new Piece(
                blob.id(), twins.of(blob).stream().anyMatch(twin -> !twin.id().equals(material))))
        .toList();
  }

  /** Makes what the client will look at. */
  void prepare(List<Blob> pieces) {
    pieces.forEach(blob -> previews.prepare(blob, FileController.MARK));
  }

  private static boolean shown(Blob blob, Problems problems) {
    boolean shown = SHOWN.contains(blob.kind()) && blob.type() != FileType.XLS;
    if (!shown) {
      problems.add("brought", "tryouts.files.unshown");
    }
    return shown;
  }

  private Optional<Blob> store(
      PersonId owner, MultipartFile file, Purpose purpose, String field, Problems problems)
      throws IOException {
    var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    try (var in = file.getInputStream()) {
      return switch (blobs.store(in, purpose, name, owner.value())) {
        case Outcome.Done<Blob>(var blob) -> Optional.of(blob);
        case Outcome.Refused<Blob>(var why) -> {
          problems.add(field, why.key(), why.args().toArray(Object[]::new));
          yield Optional.empty();
        }
      };
    }
  }

  private List<Blob> own(PersonId owner, List<String> ids) {
    var wanted =
        ids.stream().flatMap(id -> Ids.read(id).stream()).distinct().map(BlobId::new).toList();
    var found = blobs.all(wanted);
    return wanted.stream()
        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
        .filter(blob -> owner.value().equals(blob.owner()))
        .toList();
  }
}
