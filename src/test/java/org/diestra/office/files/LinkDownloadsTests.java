package org.diestra.office.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** How often what a link leads to is had by it. */
@HouseTest
class LinkDownloadsTests extends LinkDesk {
  @Test
  void ofTwentyAtOnceOnlySoManyAreServedAsAreLeft() throws Exception {
    var address = link(owner, file, "most", "3");
    var url = URI.create("http://localhost:" + port + address + "/" + file + "/content");
    var answers = new ArrayList<CompletableFuture<Integer>>();
    try (var client = HttpClient.newHttpClient()) {
      for (int i = 0; i < 20; i++) {
        var request = HttpRequest.newBuilder(url).build();
        answers.add(
            client
                .sendAsync(request, BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode()));
      }
      var all = answers.stream().map(CompletableFuture::join).toList();
      assertThat(all).filteredOn(status -> status == 200).hasSize(3);
      assertThat(all).filteredOn(status -> status == 404).hasSize(17);
    }
    assertThat(visit(address).getContentAsString()).contains("opens nothing");
    assertThat(list(owner, file)).contains("3 of 3 downloads", "over");
  }

  @Test
  void piecesOfOneDownloadCountOnce() throws Exception {
    var address = link(owner, file, "most", "2") + "/" + file + "/content";
    assertThat(visit(address, "Range", "bytes=0-4").getStatus()).isEqualTo(206);
    assertThat(visit(address, "Range", "bytes=5-9").getStatus()).isEqualTo(206);
    assertThat(list(owner, file)).contains("1 of 2 downloads");
    assertThat(visit(address, "Range", "bytes=5-9", "User-Agent", "another").getStatus())
        .isEqualTo(206);
    assertThat(list(owner, file)).contains("2 of 2 downloads");
  }

  @Test
  void theLastDownloadIsFinishedAndNoneIsHadBesides() throws Exception {
    var link = link(owner, file, "most", "1");
    var address = link + "/" + file + "/content";
    assertThat(visit(address, "Range", "bytes=0-4").getStatus()).isEqualTo(206);
    assertThat(visit(link).getStatus()).as("nothing is offered any more").isEqualTo(404);
    assertThat(visit(address, "Range", "bytes=5-").getContentAsString()).isEqualTo("56789");
    for (var trick : List.of("bytes=1-1,0-", "bytes=0-", "bytes=-9")) {
      assertThat(visit(address, "Range", trick).getStatus()).as(trick).isEqualTo(404);
    }
    assertThat(visit(address, "Range", "bytes=1-", "If-Range", "\"other\"").getStatus())
        .isEqualTo(404);
    var packed = link(owner, folder, "most", "1") + "/" + folder + "/zip";
    var looked = mvc.perform(MockMvcRequestBuilders.head(packed)).andReturn().getResponse();
    assertThat(looked.getContentAsByteArray()).isEmpty();
    assertThat(visit(packed).getStatus()).isEqualTo(200);
    assertThat(visit(packed, "Range", "bytes=1-").getStatus()).isEqualTo(404);
  }
}
