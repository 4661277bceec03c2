package org.diestra.hiring.tryouts;

import java.util.Locale;
import org.diestra.platform.blobs.Blob;

/**
 * A file of a sample, as a page shows it.
 *
 * @param copied whether it looks like something that somebody else brought before
 * @param hidden whether its name must not be told
 */
record FileView(Blob blob, String href, boolean copied, boolean hidden) {
  String label() {
    return blob.type().extension().toUpperCase(Locale.ROOT);
  }
}
