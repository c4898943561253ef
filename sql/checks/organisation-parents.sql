/*
id: organisation-parents
message: En enhet hör till en överordnad som inte finns i organisationsregistret
severity: hold-edition
*/
select child.id, child.parent
from marts.organisation as child
left join marts.organisation as parent on parent.id = child.parent
where child.parent is not null and parent.id is null
