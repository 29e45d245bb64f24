% # The fields of a room. Takes: services, and the form.
% include('parts/field.tpl', name='name', label='Name', longest=60, hint='As it stands on the door: patients read it with their visit.')
% include('admin/rooms/ticks.tpl', legend='Suits these services', what='service', key='service_id', choices=services, hint='Visits of a service are booked only into rooms that suit it.', empty='There are no services yet.')
