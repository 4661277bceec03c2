package org.diestra.platform.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.live.LiveStore.Told;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line to one tab. It holds no thread: whoever has something to say leaves it here, and it is
 * written when the socket takes it. A line that takes nothing for too long is dropped; its browser
 * comes again and is told what it missed.
 *
 * <p>The server's locks must not be taken while one of ours is held, nor the other way round: so
 * there is no lock here. Of all threads that come by, one writes, and goes on for the others.
 */
final class Stream implements WriteListener, AsyncListener {
  private static final Logger LOG = LoggerFactory.getLogger(Stream.class);
  private static final byte[] HELLO = bytes("retry: 2000\n\n"); // milliseconds
  private static final byte[] BEAT = bytes(":\n\n");

  /** What may wait for a slow line, in frames of about 60 bytes. */
  private static final int MOST_WAITING = 1_000;

  /** Events that are still told one by one; beyond, the page loads itself anew. */
  private static final int MOST_MISSED = 500;

  private final PersonId person;
  private final String session;
  private final Consumer<Stream> ended;
  private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger work = new AtomicInteger();
  private volatile @Nullable AsyncContext async;
  private volatile @Nullable ServletOutputStream out;
  private volatile boolean writable;
  private volatile boolean closing;
  private volatile boolean over;
  private boolean unflushed; // of whoever writes
  private volatile long sent; // of the switchboard

  /**
   * @param session the session it belongs to, with which it ends
   * @param known the number of the last event that the page knows of
   * @param ended is told once, when the line is no more
   */
  Stream(PersonId person, String session, long known, Consumer<Stream> ended) {
    this.person = person;
    this.session = session;
    this.sent = known;
    this.ended = ended;
    send(HELLO);
  }

  PersonId person() {
    return person;
  }

  String session() {
    return session;
  }

  /** The number of the last event that was put on this line. */
  long sent() {
    return sent;
  }

  /** From here on, what waits is written. */
  void begin(AsyncContext context) throws IOException {
    context.setTimeout(0);
    context.addListener(this);
    async = context;
    var stream = context.getResponse().getOutputStream();
    out = stream;
    stream.setWriteListener(this);
  }

  /**
   * Puts on the line what follows on what is there already.
   *
   * @return false when there is more than was brought
   */
  boolean tell(Told told, boolean all) {
    if (sent > told.last() || told.last() - sent > MOST_MISSED) {
      return reset(told.last());
    }
    for (var event : told.events()) {
      if (event.sequence() == sent + 1) {
        send(event.frame());
        sent = event.sequence();
      } else if (event.sequence() > sent) {
        return reset(told.last()); // those between are forgotten already
      }
    }
    return sent == told.last() || (all && reset(told.last()));
  }

  private boolean reset(long last) {
    send(Event.reset(last));
    sent = last;
    return true;
  }

  /** A word that means nothing, by which both ends see whether the other is there. */
  void beat() {
    send(BEAT);
  }

  private void send(byte[] frame) {
    if (count.incrementAndGet() > MOST_WAITING) {
      close();
      return;
    }
    waiting.add(frame);
    write();
  }

  void close() {
    closing = true;
    write();
  }

  /** One thread at a time; one that comes meanwhile leaves its work to the one that is there. */
  private void write() {
    if (work.getAndIncrement() > 0) {
      return;
    }
    int done = 1;
    do {
      try {
        writeWhatWaits();
      } catch (IOException | RuntimeException gone) { // the latter where the server ended it first
        LOG.debug("a live line broke", gone);
        leave();
      }
      done = work.addAndGet(-done);
    } while (done > 0);
  }

  private void writeWhatWaits() throws IOException {
    var stream = out;
    if (closing) {
      complete();
    }
    while (writable && stream != null && !over && !closing) {
      var next = waiting.poll();
      if (next == null) {
        if (unflushed) {
          unflushed = false;
          stream.flush();
          look(stream);
        }
        return;
      }
      count.decrementAndGet();
      stream.write(next);
      unflushed = true;
      look(stream);
    }
  }

  /** Where it is not ready, the server says when it is: it may be as early as within the call. */
  private void look(ServletOutputStream stream) {
    writable = false;
    if (stream.isReady()) {
      writable = true;
    }
  }

  private void complete() {
    var context = async;
    if (over || context == null) {
      return;
    }
    leave();
    end(context);
  }

  /**
   * Nothing of the server's is touched any more: of a line that broke it ends the answer itself, on
   * a thread of its own, and what it gave may belong to another answer by then.
   */
  private void leave() {
    if (!over) {
      over = true;
      waiting.clear();
      ended.accept(this);
    }
  }

  private static void end(AsyncContext context) {
    try {
      context.complete();
    } catch (IllegalStateException already) {
      LOG.debug("a live line was ended by the server", already);
    }
  }

  @Override
  public void onWritePossible() {
    writable = true;
    write();
  }

  @Override
  public void onError(Throwable gone) {
    leave();
  }

  /** The server would answer with the page for faults, were the answer not ended here. */
  @Override
  public void onError(AsyncEvent event) {
    leave();
    end(event.getAsyncContext());
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    close();
  }

  /** By the server, after an error too: nothing may be written any more. */
  @Override
  public void onComplete(AsyncEvent event) {
    leave();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
