package org.diestra.office.publishing;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.diestra.office.channels.Outlets;
import org.diestra.office.channels.Piece;
import org.diestra.office.channels.Piece.Image;
import org.diestra.office.channels.Taken;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.Caller;
import org.diestra.platform.previews.Previews;
import org.diestra.platform.previews.Previews.Size;
import org.diestra.platform.writing.RichText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Goes round every few seconds: what is due goes out, several at once; what is late is missed. */
@Component
class Rounds {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);

  /** Of all clients together; most of it is waiting for somebody else's answer. */
  private static final int AT_ONCE = 48;

  private final DueStore store;
  private final Publications publications;
  private final Outlets outlets;
  private final Blobs blobs;
  private final Previews previews;
  private final Clock clock;
  private final Semaphore doors = new Semaphore(AT_ONCE);

  Rounds(
      DueStore store,
      Publications publications,
      Outlets outlets,
      Blobs blobs,
      Previews previews,
      Clock clock) {
    this.store = store;
    this.publications = publications;
    this.outlets = outlets;
    this.blobs = blobs;
    this.previews = previews;
    this.clock = clock;
  }

  /**
   * Once; runs as the house. It waits for nobody: what is slow holds up nothing else, and is nobody
   * else's until it has come to something or its lease is over.
   */
  void go() {
    var now = clock.instant();
    store.late(now).forEach(this::missed);
    for (var id : store.due(now)) {
      if (!doors.tryAcquire()) {
        return; // in a few seconds again
      }
      Thread.ofVirtual()
          .name("publishing")
          .start(() -> {
            try {
              Caller.house().run(() -> one(id));
            } catch (RuntimeException e) {
              log.error("a post could not be published; it is looked at again", e);
            } finally {
              doors.release();
            }
          });
    }
  }

  /** One that can't be told of holds up no other. */
  private void missed(PostId id) {
    try {
      publications.miss(id);
    } catch (RuntimeException e) {
      log.error("a late post could not be marked; it is looked at again", e);
    }
  }

  /** From the claim to what came of it. Of a fault between nobody knows what it left outside. */
  void one(PostId id) {
    publications.claim(id).ifPresent(job -> publications.ended(job, tried(job)));
  }

  private Taken tried(Job job) {
    try {
      return call(job);
    } catch (RuntimeException e) {
      log.error("a post could not be sent", e);
      return new Taken.Unclear("publishing.words.cut");
    }
  }

  Taken call(Job job) {
    try {
      return piece(job)
          .map(piece -> outlets.publish(job.channel(), piece))
          .orElse(new Taken.Refused("publishing.words.picture"));
    } catch (IOException e) {
      log.error("a picture could not be read", e); // it is where it was: another time
      return new Taken.Later("publishing.words.picture");
    }
  }

  /** Empty where one of its pictures can't be shown. */
  private Optional<Piece> piece(Job job) throws IOException {
    var post = job.post();
    var content = post.content();
    var images = new ArrayList<Image>();
    for (var picture : content.pictures()) {
      // without the place where it was taken, and not larger than anybody looks at
      var shown =
          blobs.find(picture.file()).flatMap(blob -> previews.picture(blob, 1, Size.LARGE, ""));
      if (shown.isEmpty()) {
        return Optional.empty();
      }
      var blob = shown.get();
      var name = job.key() + "-" + (images.size() + 1) + "." + blob.type().extension();
      images.add(new Image(blobs.file(blob), blob.type().mediaType(), name, picture.alt()));
    }
    boolean article = job.channel().kind().article();
    return Optional.of(
        new Piece(
            job.key(),
            job.again(),
            content.title(),
            content.text(),
            article ? html(content.text()) : "",
            content.link(),
            content.summary(),
            content.slug(),
            Objects.requireNonNull(post.due()),
            images,
            post.remote(),
            job.until()));
  }

  /** An article's Markdown as safe HTML. */
  static String html(String markdown) {
    return RichText.html(markdown, id -> Optional.empty());
  }
}
