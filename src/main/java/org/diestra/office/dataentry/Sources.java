package org.diestra.office.dataentry;

import java.util.UUID;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.previews.Preview;
import org.diestra.platform.previews.Previews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands beside a form: the source of a record, in place. */
@Component
class Sources {
  private final Batches batches;
  private final Blobs blobs;
  private final Previews previews;

  Sources(Batches batches, Blobs blobs, Previews previews) {
    this.batches = batches;
    this.blobs = blobs;
    this.previews = previews;
  }

  /**
   * A source before somebody.
   *
   * @param href where its file is; its pages stand below
   */
  record View(Blob file, Preview preview, String href) {
    int pages() {
      return preview instanceof Preview.Pictures(int count) ? Math.min(count, Previews.PAGES) : 0;
    }

    String text() {
      return preview instanceof Preview.Text(String text, boolean more) ? text : "";
    }

    boolean sound() {
      return preview instanceof Preview.Sound;
    }

    boolean film() {
      return preview instanceof Preview.Film;
    }
  }

  /** Not to be asked within a transaction; null for a record on paper. */
  @Nullable View of(Batch batch, @Nullable UUID source) {
    if (source == null) {
      return null;
    }
    var file = blobs.get(batches.source(batch, source));
    return new View(file, previews.of(file), batch.href() + "/sources/" + Ids.text(source));
  }
}
