package org.diestra.office.manuals;

import java.util.Optional;
import org.diestra.office.procedures.Instructions;
import org.diestra.office.procedures.Templates;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * How a procedure begins, as a browser sends it.
 *
 * @param area a slug
 * @param template the name of one, or empty for a blank one
 */
record NewForm(
    @Nullable String area,
    @Nullable String language,
    @Nullable String title,
    @Nullable String template) {

  static NewForm of(Pass pass, @Nullable String area) {
    var language = pass.viewer().locale().getLanguage().equals("es") ? "es" : "en";
    var first = pass.working().stream().findFirst().map(Area::slug).orElse("");
    var chosen = area == null ? Optional.<Area>empty() : Area.read(area).filter(pass::works);
    return new NewForm(chosen.map(Area::slug).orElse(first), language, "", "");
  }

  /** Null where there are problems. */
  @Nullable Area area(Pass pass, Problems problems) {
    var read = area == null ? Optional.<Area>empty() : Area.read(area);
    if (read.isEmpty() || !pass.works(read.get())) {
      problems.add("area", "manuals.new.area.missing");
      return null;
    }
    return read.get();
  }

  String lingua() {
    return "es".equals(language) ? "es" : "en";
  }

  /** Null where there are problems. A template's own title stands where none was typed. */
  @Nullable Instructions read(Pass pass, Area in, Problems problems) {
    var typed = new Typed(problems);
    var name = typed.line("title", title, Instructions.LONGEST_TITLE);
    var from = template == null ? "" : template;
    var currency = pass.workspace().currency();
    var ready = Templates.named(from, in, lingua(), currency).map(Templates.Template::instructions);
    if (name.isEmpty() && ready.isEmpty()) {
      problems.add("title", "manuals.title.missing");
    }
    if (problems.any()) {
      return null;
    }
    if (ready.isEmpty()) {
      return Instructions.blank(name);
    }
    var text = ready.get();
    return name.isEmpty() ? text : text.headed(name, text.purpose(), text.limits());
  }
}
