package org.diestra;

import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diestra.AccessMatrix.Line;
import org.diestra.AccessMatrix.Role;
import org.diestra.platform.page.Guests;
import org.diestra.platform.page.Operators;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every way into the house: what controllers answer, files, servlets, and the filters' own. */
@Component
class AccessRoutes {
  /** Answered by a filter, which nothing lists. */
  private static final Set<String> OF_FILTERS = Set.of("POST /logout");

  private static final Set<String> SPRINGS_OWN = Set.of("dispatcherServlet", "default", "jsp");
  private final ApplicationContext context;
  private final ServletContext servlets;

  AccessRoutes(ApplicationContext context, ServletContext servlets) {
    this.context = context;
    this.servlets = servlets;
  }

  /** Each route with the line that it would need, as far as its marks tell. */
  Map<String, String> all() {
    var found = new TreeMap<String, String>();
    OF_FILTERS.forEach(route -> put(found, route, "?"));
    for (var mapping : context.getBeansOfType(HandlerMapping.class).values()) {
      switch (mapping) {
        case RequestMappingInfoHandlerMapping methods -> addMethods(found, methods);
        case AbstractUrlHandlerMapping files ->
            files.getHandlerMap().keySet().forEach(path -> put(found, "GET " + path, "yes"));
        case RouterFunctionMapping functions when functions.getRouterFunction() == null -> {}
        default -> put(found, "GET " + mapping.getClass().getName(), "?");
      }
    }
    servlets.getServletRegistrations().values().stream()
        .filter(servlet -> !SPRINGS_OWN.contains(servlet.getName()))
        .map(servlet -> servlet.getMappings())
        .flatMap(Collection::stream)
        .forEach(path -> put(found, "ANY " + path, "?"));
    return found;
  }

  private static void addMethods(
      Map<String, String> found, RequestMappingInfoHandlerMapping methods) {
    methods
        .getHandlerMethods()
        .forEach((info, handler) -> {
          var verbs = info.getMethodsCondition().getMethods();
          var names =
              verbs.isEmpty()
                  ? Set.of("ANY")
                  : verbs.stream().map(Enum::name).collect(Collectors.toSet());
          for (var pattern : info.getPatternValues()) {
            names.forEach(verb -> put(found, verb + " " + pattern, answers(handler)));
          }
        });
  }

  private static String answers(HandlerMethod handler) {
    if (marked(handler, Guests.class)) {
      return "yes";
    }
    return marked(handler, Operators.class) ? "operators" : "members";
  }

  private static boolean marked(
      HandlerMethod handler, Class<? extends java.lang.annotation.Annotation> mark) {
    return handler.hasMethodAnnotation(mark)
        || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), mark);
  }

  private static void put(Map<String, String> found, String route, String who) {
    int space = route.indexOf(' ');
    var line =
        new StringBuilder(
            "%-4s %-52s".formatted(route.substring(0, space), route.substring(space + 1)));
    for (var role : Role.values()) {
      line.append(" %-5s".formatted(answer(who, role)));
    }
    found.put(
        route.substring(0, space + 1) + Line.route(route.substring(space + 1)),
        line.toString().stripTrailing());
  }

  private static String answer(String who, Role role) {
    return switch (who) {
      case "yes" -> "yes";
      case "operators" -> role == Role.OPERATOR ? "yes" : role == Role.GUEST ? "login" : "404";
      case "members" -> role == Role.GUEST ? "login" : "?";
      default -> "?";
    };
  }
}
