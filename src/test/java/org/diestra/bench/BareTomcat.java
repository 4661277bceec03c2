package org.diestra.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.startup.Tomcat;

/**
 * The peer of {@link PageBench}: the same Tomcat with nothing in it. {@code /12000} answers 12,000
 * bytes that are kept ready, not compressed.
 */
final class BareTomcat {
  private static final Map<Integer, byte[]> PAGES = new ConcurrentHashMap<>();

  private BareTomcat() {}

  public static void main(String[] args) throws Exception {
    var tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("bare-tomcat").toString());
    tomcat.setPort(Integer.parseInt(System.getenv("PORT")));
    tomcat.getConnector();
    var context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "page", new Ready());
    context.addServletMappingDecoded("/*", "page");
    tomcat.start();
    tomcat.getServer().await();
  }

  private static final class Ready extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      int size = Integer.parseInt(request.getPathInfo().substring(1));
      var page = PAGES.computeIfAbsent(size, byte[]::new);
      response.setContentType("text/html;charset=UTF-8");
      response.setContentLength(page.length);
      response.getOutputStream().write(page);
    }
  }
}
