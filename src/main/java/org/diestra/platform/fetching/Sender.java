package org.diestra.platform.fetching;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.FileEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.diestra.platform.fetching.Fetched.Fault;
import org.diestra.platform.fetching.Parcel.Body;
import org.diestra.platform.fetching.Sent.Answered;
import org.diestra.platform.fetching.Sent.Lost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * The other door: sends something to an address that somebody gave, under the same protection as
 * {@link Fetcher}. It follows nobody who sends on, tries nothing twice, and tells apart what can't
 * have arrived from what may have. It blocks its thread, so hold no transaction meanwhile.
 */
public class Sender implements DisposableBean {
  /**
   * Those who send say themselves how many at once; to one of the large networks all may go, and a
   * wait for a line here would count as the network's own silence.
   */
  private static final int ALL = 64;

  private final OpenDns names;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService clocks =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  Sender(OpenDns names) {
    this.names = names;
    client = Lines.open(names, ALL, ALL);
  }

  /** Sends it, or says why not. It throws nothing of the network's. */
  public Sent send(Parcel parcel) {
    var to = Fetcher.address(parcel.address());
    return to.isEmpty() ? new Lost(Fault.ADDRESS, false) : send(to.get(), parcel);
  }

  /** Whether a secret may go there: by https, or within networks that the operator opened. */
  public boolean sheltered(String address) {
    return names.sheltered(address);
  }

  private Sent send(URI to, Parcel parcel) {
    var request = new HttpUriRequestBase(parcel.method(), to);
    parcel.headers().forEach(request::setHeader);
    var body = entity(parcel.body());
    if (body != null) {
      request.setEntity(body);
    }
    var end = clocks.schedule(request::cancel, parcel.within().toNanos(), TimeUnit.NANOSECONDS);
    try {
      return client.execute(request, response -> answer(response, request, parcel.most()));
    } catch (IOException e) {
      return request.isCancelled()
          ? new Lost(Fault.SLOW, true)
          : new Lost(Fetcher.fault(e), begun(e));
    } finally {
      end.cancel(false);
    }
  }

  private static Sent answer(ClassicHttpResponse response, HttpUriRequestBase request, int most)
      throws IOException {
    var bytes = Fetcher.read(response.getEntity(), most);
    if (bytes == null) {
      request.cancel(); // else the rest would be read, to use the line again
      return new Answered(response.getCode(), new byte[0], null);
    }
    return new Answered(response.getCode(), bytes, Fetcher.header(response, "Content-Type"));
  }

  /** Whether the other side may have had it: not where no line was ever open. */
  private static boolean begun(IOException e) {
    return !(e instanceof UnknownHostException
        || e instanceof ConnectException
        || e instanceof ConnectTimeoutException
        || e instanceof ConnectionRequestTimeoutException
        || e instanceof SSLHandshakeException
        || e instanceof SSLPeerUnverifiedException);
  }

  private static @Nullable HttpEntity entity(Body body) {
    return switch (body) {
      case Body.None none -> null;
      case Body.Text(var type, var text) ->
          new StringEntity(text, ContentType.create(type, StandardCharsets.UTF_8));
      case Body.Whole(var type, var file) ->
          new FileEntity(file.toFile(), ContentType.create(type));
      case Body.Form form -> {
        var builder = MultipartEntityBuilder.create().setMode(HttpMultipartMode.EXTENDED);
        var words = ContentType.create("text/plain", StandardCharsets.UTF_8);
        form.fields().forEach((name, value) -> builder.addTextBody(name, value, words));
        builder.addBinaryBody(
            form.field(), form.file().toFile(), ContentType.create(form.type()), form.name());
        yield builder.build();
      }
    };
  }

  @Override
  public void destroy() throws IOException {
    clocks.shutdownNow();
    client.close();
  }
}
