-- Operators read Spanish, too: a rule may have a name for them, empty where the first one does.
alter table screening.rule add column spanish_name text not null default ''
  check (length(spanish_name) <= 80);

update screening.rule set spanish_name = spanish.name
from (values
  ('E-mail address', 'Dirección de correo'),
  ('Telephone number', 'Número de teléfono'),
  ('Messenger name', 'Nombre en mensajería o redes'),
  ('Asks to be contacted elsewhere', 'Pide seguir por otro canal'),
  ('Link', 'Enlace'),
  ('Money to begin', 'Dinero para empezar'),
  ('Payment that can''t be followed', 'Pago que no se puede seguir'),
  ('Unpaid work', 'Trabajo sin pagar'),
  ('Passwords and card data', 'Contraseñas y datos de tarjetas'),
  ('Asks who somebody is', 'Pregunta quién es alguien'),
  ('Real data in a sample', 'Datos reales en una muestra'),
  ('Telephone number in a sample', 'Teléfono en una muestra'),
  ('Says its data is real', 'Dice que sus datos son reales'),
  ('Work in disguise', 'Trabajo disfrazado')
) as spanish (rule, name)
where rule.name = spanish.rule;
