package org.diestra.platform.factors;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A browser with its cookies, at the door of the house, at a network address of its own. */
final class Door {
  static final String PASSWORD = "cuatro mesas verdes lentas";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private final MockMvc mvc;
  private final Map<String, Cookie> cookies = new HashMap<>();
  private final String address;

  Door(MockMvc mvc) {
    this.mvc = mvc;
    int count = COUNT.incrementAndGet();
    this.address = "198.18." + count / 250 + "." + (count % 250 + 1);
  }

  /** A password at the sign-in page. */
  MockHttpServletResponse login(String email) throws Exception {
    return login(email, PASSWORD);
  }

  MockHttpServletResponse login(String email, String password) throws Exception {
    return post("/login", "email", email, "password", password);
  }

  MockHttpServletResponse get(String path) throws Exception {
    return send(MockMvcRequestBuilders.get(path));
  }

  /**
   * @param fields names and values in turn
   */
  MockHttpServletResponse post(String path, String... fields) throws Exception {
    var request = MockMvcRequestBuilders.post(path).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request);
  }

  String session() {
    var cookie = cookies.get("session");
    return cookie == null ? "" : cookie.getValue();
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    request
        .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0")
        .with(r -> {
          r.setRemoteAddr(address);
          return r;
        });
    if (!cookies.isEmpty()) {
      request.cookie(cookies.values().toArray(Cookie[]::new));
    }
    var answer = mvc.perform(request).andReturn().getResponse();
    Arrays.stream(answer.getCookies()).forEach(cookie -> cookies.put(cookie.getName(), cookie));
    return answer;
  }
}
