package org.diestra.hiring.briefs;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What instructions have to say, whatever the work. The cues are words of both languages, in lower
 * case and without accents; they are matched against one short sentence at a time.
 */
public enum Aspect {
  /** Who takes part: whose things these are, whom to ask, who gets the result. */
  WHO(
      "who|whom|people|quien(?:es)?|personas",
      "customers?|clients?|suppliers?|vendors?|accountant|bookkeeper|owner|manager|boss|team"
          + "|colleagues?|adviser|advisor|responsible|ask (?:me|us|[a-z]+ in )|(?:send|report|write) to"
          + "|clientes?|clientas?|proveedor(?:es|a|as)?|contable|duen[oa]|encargad[oa]s?|jef[ea]"
          + "|equipo|companer[oa]s?|gestor(?:ia|a)?|asesor(?:ia|a)?|responsable"
          + "|pregunta(?:me|nos|r)?|avisa(?:me|nos|r)?|escribe(?:me|nos)"),
  /** What is done: steps. */
  WHAT(
      "what|steps?|tasks?|que|pasos?|tareas?",
      "open|check|send|enter|download|upload|reply|answer|book|file|prepare|update|call|write|copy"
          + "|compare|match|rename|publish|collect|record|review|create|save|scan|sort|post|note|draft"
          + "|abr[ea]|revis[ae]|envi[ae]|introduc[ei]|descarg[au]e?|sub[ei]|respond[ei]|contest[ae]"
          + "|reserv[ae]|archiv[ae]|prepar[ae]|actualiz[ae]|llam[ae]|escrib[ei]|copi[ae]|compar[ae]"
          + "|concili[ae]|renombr[ae]|public[ae]|recog[ei]|registr[ae]|cre[ae]|guard[ae]|escane[ae]"
          + "|orden[ae]|anot[ae]|comprueb[ae]|apunt[ae]|busc[ae]"),
  /** How often, or on which occasion, and until when. */
  HOW_OFTEN(
      "when|often|how often|rhythm|schedule|cuando|frecuencia|cada cuanto|ritmo|horario",
      "every|each (?:day|week|month|time)|daily|weekly|monthly|quarterly|yearly|once|twice"
          + "|times an? (?:day|week|month)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
          + "|(?:by|before|until) (?:the )?\\d|an? (?:day|week|month)|as soon as|when(?:ever)? an?"
          + "|cada|tod[oa]s l[oa]s|diari[oa]s?|diariamente|semanal(?:es|mente)?|mensual(?:es|mente)?"
          + "|trimestral(?:es|mente)?|(?:una|dos|tres|cuatro|\\d+) ve(?:z|ces)|lunes|martes|miercoles"
          + "|jueves|viernes|sabados?|domingos?|antes del?|hasta el|el dia \\d+|al dia|al mes"
          + "|(?:a la|por) semana|en cuanto|cuando (?:llegu?e|entre|haya)"),
  /** What done looks like, so that both can see it. */
  DONE(
      "done|finished|result|ready|hecho|terminad[oa]|list[oa]|resultado|acabad[oa]",
      "(?:is|are|it's|its) (?:done|finished|ready|complete|right|correct)"
          + "|(?:done|finished|ready|complete) (?:when|if|once)|result|must (?:match|be|have|add)"
          + "|no (?:errors|mistakes|duplicates)|without (?:errors|mistakes)|at most|no more than"
          + "|within \\d+|adds? up|balances?|agrees with|looks like"
          + "|(?:esta|estan|queda|quedan) (?:bien|hech[oa]s?|list[oa]s?|terminad[oa]s?|complet[oa]s?)"
          + "|(?:hech[oa]|list[oa]|terminad[oa]|complet[oa]) (?:cuando|si)|resultado"
          + "|(?:debe|tiene que|deben|tienen que) (?:cuadrar|coincidir|quedar|estar|tener)|cuadr[ae]n?"
          + "|coincid[ea]n?|sin (?:errores|fallos|duplicados)|como maximo|como mucho|menos de \\d+"),
  /** What may be decided without asking, and where that ends. */
  ALONE(
      "decide|alone|limits?|approval|decidir|decides?|limites?|permisos?|por tu cuenta",
      "decide|on your own|by yourself|without asking|ask (?:me|us) (?:first|before)|ask before|if in doubt"
          + "|when in doubt|up to [^ ]*\\d|limit|you (?:may|can) |not allowed|approv(?:al|e|es|ed)|never"
          + "|decid(?:e|es|ir)|por tu cuenta|sin preguntar|sin consultar|pregunta(?:me|nos)? antes"
          + "|consulta(?:me|nos|r)?|en caso de duda|si dudas|si tienes dudas|hasta [^ ]*\\d+ ?(?:€|euros|\\$)"
          + "|limite|puedes |autoriza(?:r|cion|mos)?|aprueb[ao]|aprobacion|nunca");

  private final Pattern heading;
  private final Pattern cue;

  Aspect(String heading, String cue) {
    this.heading = Pattern.compile("\\b(?:" + heading + ")\\b");
    this.cue = Pattern.compile("\\b(?:" + cue + ")");
  }

  /** As it stands in messages: {@code how-often}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean heads(String folded) {
    return heading.matcher(folded).find();
  }

  boolean saidIn(String folded) {
    return cue.matcher(folded).find();
  }
}
