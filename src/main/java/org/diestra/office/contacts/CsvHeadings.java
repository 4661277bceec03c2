package org.diestra.office.contacts;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diestra.platform.base.Folded;

/** What the headings of tables mean, as Google, Outlook and people write them in both languages. */
final class CsvHeadings {
  /** What Outlook says of everybody. */
  private static final Set<String> NOTHING =
      Set.of(
          "anniversary: 0/0/00",
          "gender: unspecified",
          "priority: normal",
          "private: false",
          "sensitivity: normal");

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(e-mail|phone|address|website|organization|im|relation|event|custom field) (\\d+) - (.*)");

  /** Headings in both languages, folded, and the field each fills. */
  private static final Map<String, String> FIELDS =
      fields(
          "given=first name,given name,nombre",
          "middle=middle name,additional name,segundo nombre",
          "family=last name,family name,surname,apellidos,apellido",
          "prefix=name prefix,title,titulo",
          "suffix=name suffix,suffix,sufijo",
          "shown=name,display name,full name,nombre completo,nombre para mostrar,contacto",
          "nickname=nickname,apodo",
          "organisation=company,organization name,organization,empresa,compania,organizacion",
          "unit=department,organization department,departamento",
          "role=job title,organization title,puesto,cargo",
          "birthday=birthday,cumpleanos,fecha de nacimiento",
          "note=notes,note,notas,observaciones",
          "groups=categories,labels,group membership,categorias,etiquetas,grupos",
          "web=web page,website,web,pagina web,sitio web",
          "mail=e-mail address,e-mail 2 address,e-mail 3 address,email,e-mail,email address,mail,"
              + "correo electronico,correo,direccion de correo electronico,"
              + "direccion de correo electronico 2,direccion de correo electronico 3",
          "phone:cell=mobile phone,mobile,movil,telefono movil,celular",
          "phone:work=business phone,business phone 2,company main phone,telefono del trabajo,telefono de trabajo",
          "phone:home=home phone,home phone 2,telefono particular,telefono de casa",
          "phone:fax=business fax,home fax,fax,fax del trabajo",
          "phone=phone,primary phone,other phone,telefono,telefono principal,otro telefono",
          "place:work:street=business street,calle del trabajo",
          "place:work:town=business city,ciudad de trabajo",
          "place:work:region=business state,provincia o estado de trabajo",
          "place:work:code=business postal code,codigo postal del trabajo",
          "place:work:country=business country/region,business country,pais o region del trabajo",
          "place:home:street=home street,calle de domicilio,home address",
          "place:home:town=home city,ciudad de domicilio",
          "place:home:region=home state,provincia o estado de domicilio",
          "place:home:code=home postal code,codigo postal de domicilio",
          "place:home:country=home country/region,home country,pais o region de domicilio",
          "place::street=address,street,direccion,calle",
          "place::town=city,town,ciudad,poblacion,localidad",
          "place::region=state,region,provincia",
          "place::code=postal code,zip,codigo postal,cp",
          "place::country=country,pais");

  private CsvHeadings() {}

  private static Map<String, String> fields(String... rows) {
    var all = new HashMap<String, String>();
    for (var row : rows) {
      int equals = row.indexOf('=');
      for (var heading : row.substring(equals + 1).split(",")) {
        all.put(heading, row.substring(0, equals));
      }
    }
    return Map.copyOf(all);
  }

  private static String folded(String heading) {
    return Folded.of(heading).strip().replaceAll("\\s+", " ");
  }

  /** What a heading fills; empty for one that nobody knows. */
  static String field(String heading) {
    var folded = folded(heading);
    return NUMBERED.matcher(folded).matches() ? "numbered" : FIELDS.getOrDefault(folded, "");
  }

  /** What Google's headings with a number say: of what, which, and what of it. */
  static Matcher numbered(String heading) {
    return NUMBERED.matcher(folded(heading));
  }

  static boolean saysNothing(String heading, String value) {
    return NOTHING.contains(folded(heading + ": " + value));
  }
}
