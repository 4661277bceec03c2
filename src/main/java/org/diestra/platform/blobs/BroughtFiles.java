package org.diestra.platform.blobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files that come with a form, from when they are brought: they stay while the form is shown
 * again, until what is sent holds them.
 */
@Component
public class BroughtFiles {
  private static final String FIELD = "brought";
  private final Blobs blobs;

  BroughtFiles(Blobs blobs) {
    this.blobs = blobs;
  }

  /**
   * What a form has now: those it had, without what is not the author's, and those it brought. A
   * file that is refused becomes a problem, and the others stay. Outside of any transaction.
   *
   * @param had the ids it came with, as texts
   * @param most how many a form may have
   */
  public List<String> with(
      UUID author, List<String> had, List<MultipartFile> brought, int most, Problems problems)
      throws IOException {
    var ids = new ArrayList<>(own(author, had).stream().map(b -> b.id().toString()).toList());
    for (var file : brought) {
      if (!file.isEmpty() && ids.size() < most) {
        store(author, file, problems).ifPresent(blob -> ids.add(blob.id().toString()));
      } else if (!file.isEmpty()) {
        problems.add(FIELD, "blobs.brought.too-many", most);
      }
    }
    return ids;
  }

  private Optional<Blob> store(UUID author, MultipartFile file, Problems problems)
      throws IOException {
    var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    try (var in = file.getInputStream()) {
      return switch (blobs.store(in, Purpose.ATTACHMENT, name, author)) {
        case Outcome.Done<Blob>(var blob) -> Optional.of(blob);
        case Outcome.Refused<Blob>(var why) -> {
          problems.add(FIELD, why.key(), why.args().toArray(Object[]::new));
          yield Optional.empty();
        }
      };
    }
  }

  /** Those of these files that the author brought, in this order. */
  public List<Blob> own(UUID author, List<String> ids) {
    var wanted =
        ids.stream().flatMap(id -> Ids.read(id).stream()).distinct().map(BlobId::new).toList();
    var found = blobs.all(wanted);
    return wanted.stream()
        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
        .filter(blob -> author.equals(blob.owner()))
        .toList();
  }
}
