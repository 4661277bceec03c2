package org.diestra.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.diestra.HouseTest;
import org.diestra.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class PortraitTests {
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Accounts accounts;

  @Test
  void aPhotoIsCutSquareAndAnEarlierOneIsGone() throws Exception {
    var ana = people.assistant("Ana");
    assertThat(upload(ana, "me.png", png(800, 600)).getRedirectedUrl()).isEqualTo("/settings");
    var first = url(ana);
    assertThat(width(first)).isEqualTo(192);
    assertThat(width(first + "/small")).isEqualTo(96);
    var list = mvc.perform(get("/settings").with(signedIn(ana))).andReturn().getResponse();
    assertThat(list.getContentAsString()).contains("src=\"" + first + "/small\"");

    upload(ana, "me.png", png(300, 900));
    assertThat(url(ana)).isNotEqualTo(first);
    assertThat(mvc.perform(get(first)).andReturn().getResponse().getStatus()).isEqualTo(404);
  }

  /** What binds documents alone would weigh a third of it; what makes it harmless stays. */
  @Test
  void aPhotoThatAPageLoadsGoesWithoutThePoliciesOfDocuments() throws Exception {
    var ana = people.assistant("Ana");
    upload(ana, "me.png", png(300, 300));

    mvc.perform(get(url(ana)).header("Sec-Fetch-Dest", "image"))
        .andExpect(header().doesNotExist("X-Frame-Options"))
        .andExpect(header().doesNotExist("Permissions-Policy"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"));
    mvc.perform(get(url(ana)).header("Sec-Fetch-Dest", "iframe"))
        .andExpect(header().string("X-Frame-Options", "DENY"))
        .andExpect(header().exists("Permissions-Policy"));
  }

  @Test
  void aProgramNamedPngIsRefusedAtItsField() throws Exception {
    var ana = people.assistant("Ana");
    var answer = upload(ana, "me.png", new byte[] {'M', 'Z', 0, 0, 1, 2, 3});
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("id=\"photo-why\"");
  }

  private int width(String path) throws Exception {
    var shown = mvc.perform(get(path)).andReturn().getResponse();
    return ImageIO.read(new ByteArrayInputStream(shown.getContentAsByteArray())).getWidth();
  }

  private String url(Viewer viewer) {
    return Objects.requireNonNull(accounts.contact(viewer.id()).orElseThrow().photoUrl());
  }

  private MockHttpServletResponse upload(Viewer viewer, String name, byte[] bytes)
      throws Exception {
    var file = new MockMultipartFile("photo", name, "image/png", bytes);
    return mvc.perform(
            multipart("/settings/photo")
                .file(file)
                .with(signedIn(viewer))
                .with(csrf())
                .content(new byte[100]))
        .andReturn()
        .getResponse();
  }

  private static byte[] png(int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
