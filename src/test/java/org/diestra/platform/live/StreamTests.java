package org.diestra.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.live.LiveStore.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamTests {
  private final PersonId person = new PersonId(Ids.fresh());
  private final List<Stream> ended = new ArrayList<>();
  private final Stream line = new Stream(person, "session", 0, ended::add);
  private final AsyncContext context = mock(AsyncContext.class);
  private final ServletOutputStream out = mock(ServletOutputStream.class);

  @BeforeEach
  void begun() throws IOException {
    var response = mock(ServletResponse.class);
    when(context.getResponse()).thenReturn(response);
    when(response.getOutputStream()).thenReturn(out);
    line.begin(context);
  }

  @Test
  void nothingIsWrittenBeforeTheSocketTakesIt() throws IOException {
    line.beat();
    verify(out, never()).write(any(byte[].class));
    when(out.isReady()).thenReturn(true);
    line.onWritePossible();
    verify(out, times(2)).write(any(byte[].class)); // the greeting and the beat
    verify(out).flush();
  }

  @Test
  void aSlowLineIsDroppedAndDoesNotGrow() {
    when(out.isReady()).thenReturn(false);
    line.onWritePossible();
    for (int i = 0; i < 5_000; i++) {
      line.beat();
    }
    verify(context).complete();
    assertThat(ended).containsExactly(line);
  }

  /** What the server gave may serve another connection by then. */
  @Test
  void aBrokenLineTouchesNothingMoreOfTheServers() throws IOException {
    when(out.isReady()).thenReturn(true);
    doThrow(new IOException("broken pipe")).when(out).write(any(byte[].class));
    line.onWritePossible();
    line.beat();
    line.close();
    verify(out, times(1)).write(any(byte[].class));
    verify(context, never()).complete();
    assertThat(ended).containsExactly(line);
  }

  @Test
  void aLineThatTheServerTookBackIsLeftAsWell() throws IOException {
    when(out.isReady()).thenReturn(true);
    doThrow(new NullPointerException()).when(out).write(any(byte[].class));
    line.onWritePossible();
    line.beat();
    assertThat(ended).containsExactly(line);
  }

  @Test
  void theServerIsAnsweredWhenItTellsOfAFault() {
    var same = mock(AsyncContext.class);
    line.onError(new AsyncEvent(same, new IOException("broken pipe")));
    verify(same).complete();
    verify(context, never()).complete();
    assertThat(ended).containsExactly(line);
  }

  @Test
  void whatIsNewIsToldOnceHoweverOftenItIsBrought() {
    var told = new Told(2, List.of(event(1), event(2)));
    assertThat(line.tell(told, true)).isTrue();
    assertThat(line.tell(told, true)).isTrue();
    assertThat(line.sent()).isEqualTo(2);
  }

  @Test
  void aGapBeginsAnew() {
    assertThat(line.tell(new Told(9, List.of(event(8), event(9))), true)).isTrue();
    assertThat(line.sent()).isEqualTo(9);
  }

  @Test
  void whatIsCutIsAskedForAgain() {
    assertThat(line.tell(new Told(9, List.of(event(1), event(2))), false)).isFalse();
    assertThat(line.sent()).isEqualTo(2);
  }

  private Event event(long number) {
    return new Event(person, number, "thread", "a");
  }
}
