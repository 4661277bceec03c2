package org.diestra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.diestra.platform.accounts.Viewer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What people do in browsers without scripts: they look at pages and send forms. */
public abstract class Browsing {
  @Autowired protected MockMvc mvc;

  protected MockHttpServletResponse show(Viewer viewer, String path) throws Exception {
    return mvc.perform(get(path).with(signedIn(viewer))).andReturn().getResponse();
  }

  protected String text(Viewer viewer, String path) throws Exception {
    return read(show(viewer, path), path);
  }

  /** What a page says that is there. */
  protected static String read(MockHttpServletResponse answer, String path) throws Exception {
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  /**
   * @param fields names and values by turns
   */
  protected MockHttpServletResponse send(Viewer viewer, String path, String... fields)
      throws Exception {
    var request = post(path).with(signedIn(viewer)).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return mvc.perform(request).andReturn().getResponse();
  }
}
